/** When notices are handed on. */
@NullMarked
package cn.hotline.routing.notice.schedule;

import org.jspecify.annotations.NullMarked;
