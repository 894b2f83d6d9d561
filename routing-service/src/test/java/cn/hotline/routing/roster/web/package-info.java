/** Tests of what their names say. */
@NullMarked
package cn.hotline.routing.roster.web;

import org.jspecify.annotations.NullMarked;
