@NullMarked
package cn.hotline.routing.training;

import org.jspecify.annotations.NullMarked;
