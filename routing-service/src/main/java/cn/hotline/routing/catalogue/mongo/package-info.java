/** Versions of the catalogue as documents. */
@NullMarked
package cn.hotline.routing.catalogue.mongo;

import org.jspecify.annotations.NullMarked;
