/** When places are learned. */
@NullMarked
package cn.hotline.routing.place.schedule;

import org.jspecify.annotations.NullMarked;
