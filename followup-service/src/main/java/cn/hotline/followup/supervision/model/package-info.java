/** What presses for a ticket, in plain Java. */
@NullMarked
package cn.hotline.followup.supervision.model;

import org.jspecify.annotations.NullMarked;
