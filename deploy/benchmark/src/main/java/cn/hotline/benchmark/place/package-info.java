/** {@code ./hotline place}: how well the gazetteer learns counties from tickets. */
@NullMarked
package cn.hotline.benchmark.place;

import org.jspecify.annotations.NullMarked;
