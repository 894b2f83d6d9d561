/** Rows of the ledger and how facts fold into them. */
@NullMarked
package cn.hotline.reporting.ledger.model;

import org.jspecify.annotations.NullMarked;
