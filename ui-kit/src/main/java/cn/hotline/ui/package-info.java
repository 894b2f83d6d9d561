/** The shared look of the pages: what a page needs beside its own words. No ticket rules live here. */
@NullMarked
package cn.hotline.ui;

import org.jspecify.annotations.NullMarked;
