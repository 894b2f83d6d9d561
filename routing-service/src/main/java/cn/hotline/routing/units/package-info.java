/** 单位: the directory of those who answer. */
@NullMarked
package cn.hotline.routing.units;

import org.jspecify.annotations.NullMarked;
