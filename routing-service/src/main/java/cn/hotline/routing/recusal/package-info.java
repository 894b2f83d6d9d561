/** 回避: whom an appeal accuses, so that it is neither given nor shown to them. */
@NullMarked
package cn.hotline.routing.recusal;

import org.jspecify.annotations.NullMarked;
