@NullMarked
package cn.hotline.intake.attachment.content;

import org.jspecify.annotations.NullMarked;
