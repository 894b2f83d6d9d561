/** What notices are, in plain Java. */
@NullMarked
package cn.hotline.routing.notice.model;

import org.jspecify.annotations.NullMarked;
