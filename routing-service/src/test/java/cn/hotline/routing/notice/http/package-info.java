/** Tests of what their names say. */
@NullMarked
package cn.hotline.routing.notice.http;

import org.jspecify.annotations.NullMarked;
