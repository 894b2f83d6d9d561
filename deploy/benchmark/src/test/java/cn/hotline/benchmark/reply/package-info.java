@NullMarked
package cn.hotline.benchmark.reply;

import org.jspecify.annotations.NullMarked;
