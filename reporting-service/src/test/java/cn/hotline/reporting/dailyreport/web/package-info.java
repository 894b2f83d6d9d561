/** The reports over HTTP. */
@NullMarked
package cn.hotline.reporting.dailyreport.web;

import org.jspecify.annotations.NullMarked;
