/** Pressing when time has gone by. */
@NullMarked
package cn.hotline.followup.supervision.schedule;

import org.jspecify.annotations.NullMarked;
