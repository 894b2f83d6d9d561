@NullMarked
package cn.hotline.routing.dispatch;

import org.jspecify.annotations.NullMarked;
