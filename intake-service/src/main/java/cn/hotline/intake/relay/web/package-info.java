/** 中间号 over HTTP. */
@NullMarked
package cn.hotline.intake.relay.web;

import org.jspecify.annotations.NullMarked;
