/** What a file may be, what it may be called, who may read it. */
@NullMarked
package cn.hotline.intake.attachment.model;

import org.jspecify.annotations.NullMarked;
