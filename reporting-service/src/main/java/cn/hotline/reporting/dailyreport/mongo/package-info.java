/** Issued reports as documents. */
@NullMarked
package cn.hotline.reporting.dailyreport.mongo;

import org.jspecify.annotations.NullMarked;
