@NullMarked
package cn.hotline.routing.precedent;

import org.jspecify.annotations.NullMarked;
