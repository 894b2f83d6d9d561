/** The outbox relay (out) and the inlet (in). */
@NullMarked
package cn.hotline.chassis.kafka;

import org.jspecify.annotations.NullMarked;
