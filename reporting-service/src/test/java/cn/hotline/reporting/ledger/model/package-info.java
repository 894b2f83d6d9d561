/** How facts fold into rows. */
@NullMarked
package cn.hotline.reporting.ledger.model;

import org.jspecify.annotations.NullMarked;
