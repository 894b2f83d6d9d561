/** What a version of the model is, and which is in use. */
@NullMarked
package cn.hotline.routing.training.model;

import org.jspecify.annotations.NullMarked;
