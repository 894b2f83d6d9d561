/** Values of what is known: from when to when a line holds. */
@NullMarked
package cn.hotline.routing.knowledge.model;

import org.jspecify.annotations.NullMarked;
