/** What a service does by itself, from time to time. */
@NullMarked
package cn.hotline.chassis.schedule;

import org.jspecify.annotations.NullMarked;
