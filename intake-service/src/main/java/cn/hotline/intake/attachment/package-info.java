/** 附件 attachment: files that come with a ticket; checked by content, kept sealed, shown to whoever handles it. */
@NullMarked
package cn.hotline.intake.attachment;

import org.jspecify.annotations.NullMarked;
