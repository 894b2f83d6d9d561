/** Codes that have a meaning of their own. Plain Java. */
@NullMarked
package cn.hotline.intake.codes.model;

import org.jspecify.annotations.NullMarked;
