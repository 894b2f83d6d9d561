/** Rosters of units. */
@NullMarked
package cn.hotline.routing.roster;

import org.jspecify.annotations.NullMarked;
