/** The ledger for readers. */
@NullMarked
package cn.hotline.reporting.ledger.web;

import org.jspecify.annotations.NullMarked;
