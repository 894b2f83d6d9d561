/** Revisits as documents. */
@NullMarked
package cn.hotline.followup.revisit.mongo;

import org.jspecify.annotations.NullMarked;
