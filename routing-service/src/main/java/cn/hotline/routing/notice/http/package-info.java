/** The provider who hands notices on, as it is called. */
@NullMarked
package cn.hotline.routing.notice.http;

import org.jspecify.annotations.NullMarked;
