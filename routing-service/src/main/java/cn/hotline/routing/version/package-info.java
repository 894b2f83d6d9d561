/** 版本: what is published whole, numbered and kept: the catalogue, the working calendar, the time limits. */
@NullMarked
package cn.hotline.routing.version;

import org.jspecify.annotations.NullMarked;
