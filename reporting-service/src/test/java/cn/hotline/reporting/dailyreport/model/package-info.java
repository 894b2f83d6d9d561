/** What is counted and how it reads. */
@NullMarked
package cn.hotline.reporting.dailyreport.model;

import org.jspecify.annotations.NullMarked;
