/** Merging, over ports in memory. */
@NullMarked
package cn.hotline.intake.merging;

import org.jspecify.annotations.NullMarked;
