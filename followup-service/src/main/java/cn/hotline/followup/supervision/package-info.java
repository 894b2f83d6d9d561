/** 催办督办: presses units that do not answer, and says when a ticket is one for those above them. */
@NullMarked
package cn.hotline.followup.supervision;

import org.jspecify.annotations.NullMarked;
