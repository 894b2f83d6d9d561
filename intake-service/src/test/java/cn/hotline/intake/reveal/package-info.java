@NullMarked
package cn.hotline.intake.reveal;

import org.jspecify.annotations.NullMarked;
