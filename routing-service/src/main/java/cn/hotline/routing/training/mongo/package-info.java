/** Versions of the model as documents. */
@NullMarked
package cn.hotline.routing.training.mongo;

import org.jspecify.annotations.NullMarked;
