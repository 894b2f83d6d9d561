@NullMarked
package cn.hotline.routing.version;

import org.jspecify.annotations.NullMarked;
