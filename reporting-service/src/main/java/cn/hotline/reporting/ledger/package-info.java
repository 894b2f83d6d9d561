/** The ledger (台账): one row per ticket and one per call, from the events of all services. */
@NullMarked
package cn.hotline.reporting.ledger;

import org.jspecify.annotations.NullMarked;
