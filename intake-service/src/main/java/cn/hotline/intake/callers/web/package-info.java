/** Callers' keys over HTTP. */
@NullMarked
package cn.hotline.intake.callers.web;

import org.jspecify.annotations.NullMarked;
