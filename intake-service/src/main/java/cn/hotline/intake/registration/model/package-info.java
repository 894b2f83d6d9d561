/** Tickets and calls, and what may be decided about them. Plain Java. */
@NullMarked
package cn.hotline.intake.registration.model;

import org.jspecify.annotations.NullMarked;
