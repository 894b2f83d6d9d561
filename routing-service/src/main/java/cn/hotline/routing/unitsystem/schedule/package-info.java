/** When notices go out. */
@NullMarked
package cn.hotline.routing.unitsystem.schedule;

import org.jspecify.annotations.NullMarked;
