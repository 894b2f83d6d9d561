/** Versions in the document store. */
@NullMarked
package cn.hotline.routing.version.mongo;

import org.jspecify.annotations.NullMarked;
