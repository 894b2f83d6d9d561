/** What goes on by itself with callers' keys. */
@NullMarked
package cn.hotline.intake.callers.schedule;

import org.jspecify.annotations.NullMarked;
