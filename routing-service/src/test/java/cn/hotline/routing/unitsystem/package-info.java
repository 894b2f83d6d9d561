@NullMarked
package cn.hotline.routing.unitsystem;

import org.jspecify.annotations.NullMarked;
