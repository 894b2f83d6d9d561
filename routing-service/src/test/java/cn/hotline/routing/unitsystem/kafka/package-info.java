@NullMarked
package cn.hotline.routing.unitsystem.kafka;

import org.jspecify.annotations.NullMarked;
