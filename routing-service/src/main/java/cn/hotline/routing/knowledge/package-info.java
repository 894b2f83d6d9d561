/** 知识文件: the tables an operator may edit (classes, words, places, units, catalogue), and finding listed words in a text. */
@NullMarked
package cn.hotline.routing.knowledge;

import org.jspecify.annotations.NullMarked;
