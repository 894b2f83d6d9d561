/** Revisits over HTTP: the API and the pages of the revisitors. */
@NullMarked
package cn.hotline.followup.revisit.web;

import org.jspecify.annotations.NullMarked;
