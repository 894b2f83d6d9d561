@NullMarked
package cn.hotline.ui;

import org.jspecify.annotations.NullMarked;
