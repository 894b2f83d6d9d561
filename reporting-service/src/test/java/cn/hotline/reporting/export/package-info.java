@NullMarked
package cn.hotline.reporting.export;

import org.jspecify.annotations.NullMarked;
