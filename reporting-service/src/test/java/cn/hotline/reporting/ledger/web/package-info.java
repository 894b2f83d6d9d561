/** The ledger over HTTP. */
@NullMarked
package cn.hotline.reporting.ledger.web;

import org.jspecify.annotations.NullMarked;
