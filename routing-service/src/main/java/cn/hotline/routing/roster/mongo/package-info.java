/** Rosters as documents. */
@NullMarked
package cn.hotline.routing.roster.mongo;

import org.jspecify.annotations.NullMarked;
