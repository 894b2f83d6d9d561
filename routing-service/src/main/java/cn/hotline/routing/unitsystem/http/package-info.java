/** Webhooks of units' systems. */
@NullMarked
package cn.hotline.routing.unitsystem.http;

import org.jspecify.annotations.NullMarked;
