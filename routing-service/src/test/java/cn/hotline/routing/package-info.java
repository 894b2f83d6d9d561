@NullMarked
package cn.hotline.routing;

import org.jspecify.annotations.NullMarked;
