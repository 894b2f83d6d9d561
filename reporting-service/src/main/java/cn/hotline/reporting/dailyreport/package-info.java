/** The daily report (日报) and the hazard report (隐患日报): made of a day's rows, frozen when issued. */
@NullMarked
package cn.hotline.reporting.dailyreport;

import org.jspecify.annotations.NullMarked;
