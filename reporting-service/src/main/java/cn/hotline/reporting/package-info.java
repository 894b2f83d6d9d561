/** Reporting-service (台账日报): one row of facts per ticket, and the reports made of them. */
@NullMarked
package cn.hotline.reporting;

import org.jspecify.annotations.NullMarked;
