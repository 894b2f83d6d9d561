/** Tests. */
@NullMarked
package cn.hotline.intake.codes;

import org.jspecify.annotations.NullMarked;
