/** What dispatching hears from other services. */
@NullMarked
package cn.hotline.routing.dispatch.kafka;

import org.jspecify.annotations.NullMarked;
