/** Looks into files and seals them, part by part. */
@NullMarked
package cn.hotline.intake.attachment.content;

import org.jspecify.annotations.NullMarked;
