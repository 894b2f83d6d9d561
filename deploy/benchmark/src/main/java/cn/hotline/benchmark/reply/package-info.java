/** {@code ./hotline replies}: how the reply check does on real replies. */
@NullMarked
package cn.hotline.benchmark.reply;

import org.jspecify.annotations.NullMarked;
