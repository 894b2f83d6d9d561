/** The progress of one ticket as a fold over events. Plain Java. */
@NullMarked
package cn.hotline.intake.progress.model;

import org.jspecify.annotations.NullMarked;
