/** What is kept of units' systems. */
@NullMarked
package cn.hotline.routing.unitsystem.mongo;

import org.jspecify.annotations.NullMarked;
