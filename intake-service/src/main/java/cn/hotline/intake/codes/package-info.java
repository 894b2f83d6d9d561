/** 代码表 code lists: channels, divisions and categories as configured. */
@NullMarked
package cn.hotline.intake.codes;

import org.jspecify.annotations.NullMarked;
