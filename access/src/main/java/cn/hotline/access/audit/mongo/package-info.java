/** Audit records as documents. */
@NullMarked
package cn.hotline.access.audit.mongo;

import org.jspecify.annotations.NullMarked;
