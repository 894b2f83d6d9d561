/** Files in the document store. */
@NullMarked
package cn.hotline.intake.attachment.mongo;

import org.jspecify.annotations.NullMarked;
