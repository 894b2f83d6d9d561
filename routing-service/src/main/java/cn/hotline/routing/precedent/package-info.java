/** 先例: closed tickets that read like the one at hand, and where they went. */
@NullMarked
package cn.hotline.routing.precedent;

import org.jspecify.annotations.NullMarked;
