/** Tests of what their names say. */
@NullMarked
package cn.hotline.routing.notice;

import org.jspecify.annotations.NullMarked;
