/** Watches as documents. */
@NullMarked
package cn.hotline.followup.supervision.mongo;

import org.jspecify.annotations.NullMarked;
