/** Tests of the ledger, and its rows in memory. */
@NullMarked
package cn.hotline.reporting.ledger;

import org.jspecify.annotations.NullMarked;
