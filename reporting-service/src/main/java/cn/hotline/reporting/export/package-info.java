/** 导出 export: tables and papers as the files people take along, with who took them and when. */
@NullMarked
package cn.hotline.reporting.export;

import org.jspecify.annotations.NullMarked;
