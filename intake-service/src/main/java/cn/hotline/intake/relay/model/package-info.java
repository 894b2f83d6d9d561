/** Relay numbers and what was called through them. Plain Java. */
@NullMarked
package cn.hotline.intake.relay.model;

import org.jspecify.annotations.NullMarked;
