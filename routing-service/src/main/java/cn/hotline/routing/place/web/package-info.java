/** What was learned of places, to look at. */
@NullMarked
package cn.hotline.routing.place.web;

import org.jspecify.annotations.NullMarked;
