/** 查看来电人 reveal: who may look at what is sealed, for how long, and that it is written down. */
@NullMarked
package cn.hotline.intake.reveal;

import org.jspecify.annotations.NullMarked;
