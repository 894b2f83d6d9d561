/** 中间号 relay numbers: how a unit speaks with a caller without learning their number. */
@NullMarked
package cn.hotline.intake.relay;

import org.jspecify.annotations.NullMarked;
