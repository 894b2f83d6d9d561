/** Supervision over HTTP. */
@NullMarked
package cn.hotline.followup.supervision.web;

import org.jspecify.annotations.NullMarked;
