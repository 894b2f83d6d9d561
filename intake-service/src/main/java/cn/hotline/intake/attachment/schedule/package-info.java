/** Takes away what nobody attached. */
@NullMarked
package cn.hotline.intake.attachment.schedule;

import org.jspecify.annotations.NullMarked;
