/** What a unit's system is told, and what differs between the two sides. */
@NullMarked
package cn.hotline.routing.unitsystem.model;

import org.jspecify.annotations.NullMarked;
