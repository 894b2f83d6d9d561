/** Answers and what is doubted of them. */
@NullMarked
package cn.hotline.routing.replycheck.model;

import org.jspecify.annotations.NullMarked;
