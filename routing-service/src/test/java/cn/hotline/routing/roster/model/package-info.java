/** What a roster decides. */
@NullMarked
package cn.hotline.routing.roster.model;

import org.jspecify.annotations.NullMarked;
