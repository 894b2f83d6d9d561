/** Where the events of the three services come in. */
@NullMarked
package cn.hotline.reporting.ledger.kafka;

import org.jspecify.annotations.NullMarked;
