/** The values of place finding. */
@NullMarked
package cn.hotline.routing.place.model;

import org.jspecify.annotations.NullMarked;
