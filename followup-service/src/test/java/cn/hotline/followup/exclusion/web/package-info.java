/** Tests of the HTTP edge. */
@NullMarked
package cn.hotline.followup.exclusion.web;

import org.jspecify.annotations.NullMarked;
