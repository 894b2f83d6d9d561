/** 派单目录: which unit answers for which class at which place, and the recommendation made of all that. */
@NullMarked
package cn.hotline.routing.catalogue;

import org.jspecify.annotations.NullMarked;
