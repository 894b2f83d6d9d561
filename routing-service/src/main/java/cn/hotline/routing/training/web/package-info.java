/** Versions of the model over HTTP. */
@NullMarked
package cn.hotline.routing.training.web;

import org.jspecify.annotations.NullMarked;
