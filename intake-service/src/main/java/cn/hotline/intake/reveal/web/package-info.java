/** 查看来电人 over HTTP. */
@NullMarked
package cn.hotline.intake.reveal.web;

import org.jspecify.annotations.NullMarked;
