/** The reports for readers. */
@NullMarked
package cn.hotline.reporting.dailyreport.web;

import org.jspecify.annotations.NullMarked;
