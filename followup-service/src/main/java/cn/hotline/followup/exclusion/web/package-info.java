/** Exclusions over HTTP: the API, and the pages of those who decide. */
@NullMarked
package cn.hotline.followup.exclusion.web;

import org.jspecify.annotations.NullMarked;
