/** What a precedent is. */
@NullMarked
package cn.hotline.routing.precedent.model;

import org.jspecify.annotations.NullMarked;
