/** The rules of time, as plain values: calendar, time limits, policy. */
@NullMarked
package cn.hotline.routing.deadline.model;

import org.jspecify.annotations.NullMarked;
