/** What was decided about learned names, in MongoDB. */
@NullMarked
package cn.hotline.routing.place.mongo;

import org.jspecify.annotations.NullMarked;
