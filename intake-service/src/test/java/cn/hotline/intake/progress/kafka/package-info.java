/** Tests. */
@NullMarked
package cn.hotline.intake.progress.kafka;

import org.jspecify.annotations.NullMarked;
