/** When dispatches do something by themselves. */
@NullMarked
package cn.hotline.routing.dispatch.schedule;

import org.jspecify.annotations.NullMarked;
