/** What the catalogue does by the clock. */
@NullMarked
package cn.hotline.routing.catalogue.schedule;

import org.jspecify.annotations.NullMarked;
