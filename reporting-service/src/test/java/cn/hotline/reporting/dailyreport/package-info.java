/** Tests of the reports, and their editions in memory. */
@NullMarked
package cn.hotline.reporting.dailyreport;

import org.jspecify.annotations.NullMarked;
