/** Topics of units' systems: rights, notices out, acts in. */
@NullMarked
package cn.hotline.routing.unitsystem.kafka;

import org.jspecify.annotations.NullMarked;
