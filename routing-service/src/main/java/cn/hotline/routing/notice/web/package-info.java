/** Notices in the inbox. */
@NullMarked
package cn.hotline.routing.notice.web;

import org.jspecify.annotations.NullMarked;
