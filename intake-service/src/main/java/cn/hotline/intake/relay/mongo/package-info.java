/** 中间号 in the document store. */
@NullMarked
package cn.hotline.intake.relay.mongo;

import org.jspecify.annotations.NullMarked;
