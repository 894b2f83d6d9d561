/** Tests of the HTTP edge. */
@NullMarked
package cn.hotline.followup.revisit.web;

import org.jspecify.annotations.NullMarked;
