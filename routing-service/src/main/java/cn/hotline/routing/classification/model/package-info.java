/** The values of classification. */
@NullMarked
package cn.hotline.routing.classification.model;

import org.jspecify.annotations.NullMarked;
