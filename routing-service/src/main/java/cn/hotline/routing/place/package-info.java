/** 地址: which county, street and community a text speaks of. */
@NullMarked
package cn.hotline.routing.place;

import org.jspecify.annotations.NullMarked;
