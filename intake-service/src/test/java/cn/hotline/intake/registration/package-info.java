/** Tests. */
@NullMarked
package cn.hotline.intake.registration;

import org.jspecify.annotations.NullMarked;
