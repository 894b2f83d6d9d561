@NullMarked
package cn.hotline.routing.learning;

import org.jspecify.annotations.NullMarked;
