/** 表格: the catalogue as a file that an office opens, in both formats that offices use. */
@NullMarked
package cn.hotline.routing.catalogue.sheet;

import org.jspecify.annotations.NullMarked;
