/** What a roster is, in plain Java. */
@NullMarked
package cn.hotline.routing.roster.model;

import org.jspecify.annotations.NullMarked;
