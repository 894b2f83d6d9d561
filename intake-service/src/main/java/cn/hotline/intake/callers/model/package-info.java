/** Who calls. Plain Java. */
@NullMarked
package cn.hotline.intake.callers.model;

import org.jspecify.annotations.NullMarked;
