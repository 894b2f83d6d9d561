/** 受理 intake: what was asked, and what the desk decided about it. */
@NullMarked
package cn.hotline.intake;

import org.jspecify.annotations.NullMarked;
