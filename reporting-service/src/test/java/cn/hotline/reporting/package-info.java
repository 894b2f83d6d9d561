/** Tests of the service as a whole, and what all its tests share. */
@NullMarked
package cn.hotline.reporting;

import org.jspecify.annotations.NullMarked;
