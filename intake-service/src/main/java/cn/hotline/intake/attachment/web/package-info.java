/** Files over HTTP. */
@NullMarked
package cn.hotline.intake.attachment.web;

import org.jspecify.annotations.NullMarked;
