/** 分类: what an appeal is about, how urgent and how sensitive it is. */
@NullMarked
package cn.hotline.routing.classification;

import org.jspecify.annotations.NullMarked;
