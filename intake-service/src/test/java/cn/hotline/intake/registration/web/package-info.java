/** Tests. */
@NullMarked
package cn.hotline.intake.registration.web;

import org.jspecify.annotations.NullMarked;
