/** What the reports count, how they are worded, and their editions. */
@NullMarked
package cn.hotline.reporting.dailyreport.model;

import org.jspecify.annotations.NullMarked;
