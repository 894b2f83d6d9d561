/** Merging over HTTP. */
@NullMarked
package cn.hotline.intake.merging.web;

import org.jspecify.annotations.NullMarked;
