@NullMarked
package cn.hotline.routing.replycheck;

import org.jspecify.annotations.NullMarked;
