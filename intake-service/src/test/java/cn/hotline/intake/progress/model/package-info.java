/** Tests. */
@NullMarked
package cn.hotline.intake.progress.model;

import org.jspecify.annotations.NullMarked;
