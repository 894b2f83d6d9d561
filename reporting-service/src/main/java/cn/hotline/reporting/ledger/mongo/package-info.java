/** Rows as documents. */
@NullMarked
package cn.hotline.reporting.ledger.mongo;

import org.jspecify.annotations.NullMarked;
