/** 答复检查: what should be looked at in an answer before the caller reads it; offline, with its reasons. */
@NullMarked
package cn.hotline.routing.replycheck;

import org.jspecify.annotations.NullMarked;
