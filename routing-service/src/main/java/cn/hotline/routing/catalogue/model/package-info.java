/** The values of the catalogue and of a recommendation. */
@NullMarked
package cn.hotline.routing.catalogue.model;

import org.jspecify.annotations.NullMarked;
