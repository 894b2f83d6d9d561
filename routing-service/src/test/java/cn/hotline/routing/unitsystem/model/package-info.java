@NullMarked
package cn.hotline.routing.unitsystem.model;

import org.jspecify.annotations.NullMarked;
