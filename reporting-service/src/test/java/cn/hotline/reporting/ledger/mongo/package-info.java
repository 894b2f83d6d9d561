/** Rows in a store. */
@NullMarked
package cn.hotline.reporting.ledger.mongo;

import org.jspecify.annotations.NullMarked;
