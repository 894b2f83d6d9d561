/** Tests of what their names say. */
@NullMarked
package cn.hotline.routing.notice.model;

import org.jspecify.annotations.NullMarked;
