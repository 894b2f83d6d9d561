/** Notices as documents. */
@NullMarked
package cn.hotline.routing.notice.mongo;

import org.jspecify.annotations.NullMarked;
