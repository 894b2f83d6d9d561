/** Tests of the HTTP edge. */
@NullMarked
package cn.hotline.chassis.web;

import org.jspecify.annotations.NullMarked;
