@NullMarked
package cn.hotline.intake.attachment.model;

import org.jspecify.annotations.NullMarked;
