/** Code lists (代码表) that reporting shows and counts by, read from files at start. */
@NullMarked
package cn.hotline.reporting.codes;

import org.jspecify.annotations.NullMarked;
