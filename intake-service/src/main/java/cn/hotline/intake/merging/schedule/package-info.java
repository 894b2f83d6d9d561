/** Merges that a process did not live to finish. */
@NullMarked
package cn.hotline.intake.merging.schedule;

import org.jspecify.annotations.NullMarked;
