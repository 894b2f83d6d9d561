/** Code lists as they are delivered, and broken ones. */
@NullMarked
package cn.hotline.reporting.codes;

import org.jspecify.annotations.NullMarked;
