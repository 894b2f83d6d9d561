/** 压测: how much the running hotline does, and how far that is from what the machine could do at all. */
@NullMarked
package cn.hotline.benchmark;

import org.jspecify.annotations.NullMarked;
