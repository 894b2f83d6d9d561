/** Tests. */
@NullMarked
package cn.hotline.intake.progress;

import org.jspecify.annotations.NullMarked;
