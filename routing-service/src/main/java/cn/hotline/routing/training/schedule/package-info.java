/** When training begins. */
@NullMarked
package cn.hotline.routing.training.schedule;

import org.jspecify.annotations.NullMarked;
