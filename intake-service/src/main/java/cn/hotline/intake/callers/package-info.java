/** 来电人 callers: who called before, without saying who it is. */
@NullMarked
package cn.hotline.intake.callers;

import org.jspecify.annotations.NullMarked;
