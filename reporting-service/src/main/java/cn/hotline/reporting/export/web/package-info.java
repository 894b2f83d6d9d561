/** Exports over HTTP. */
@NullMarked
package cn.hotline.reporting.export.web;

import org.jspecify.annotations.NullMarked;
