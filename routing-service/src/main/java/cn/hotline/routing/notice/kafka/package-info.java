/** What notices are made of comes in here. */
@NullMarked
package cn.hotline.routing.notice.kafka;

import org.jspecify.annotations.NullMarked;
