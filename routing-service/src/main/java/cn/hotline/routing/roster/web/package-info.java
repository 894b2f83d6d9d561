/** Rosters over HTTP, and their page. */
@NullMarked
package cn.hotline.routing.roster.web;

import org.jspecify.annotations.NullMarked;
