@NullMarked
package cn.hotline.intake.attachment.mongo;

import org.jspecify.annotations.NullMarked;
