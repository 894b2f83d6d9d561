/** 学习: a linear classifier of texts that learns from labelled ones; what it keeps, how right and how sure it is. */
@NullMarked
package cn.hotline.routing.learning;

import org.jspecify.annotations.NullMarked;
