/** The values of the directory of units. */
@NullMarked
package cn.hotline.routing.units.model;

import org.jspecify.annotations.NullMarked;
