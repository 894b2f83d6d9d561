/** 训练: the classifier learns from the city's own tickets; versions, which is in use, going back. */
@NullMarked
package cn.hotline.routing.training;

import org.jspecify.annotations.NullMarked;
