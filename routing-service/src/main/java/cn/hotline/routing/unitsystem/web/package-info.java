/** Registering systems, and what they ask over HTTP. */
@NullMarked
package cn.hotline.routing.unitsystem.web;

import org.jspecify.annotations.NullMarked;
