/** 单位系统: systems of units that have their own, told of their tickets and acting on them. */
@NullMarked
package cn.hotline.routing.unitsystem;

import org.jspecify.annotations.NullMarked;
