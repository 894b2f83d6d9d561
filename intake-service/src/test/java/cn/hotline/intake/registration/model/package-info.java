/** Tests. */
@NullMarked
package cn.hotline.intake.registration.model;

import org.jspecify.annotations.NullMarked;
