@NullMarked
package cn.hotline.routing.recusal;

import org.jspecify.annotations.NullMarked;
