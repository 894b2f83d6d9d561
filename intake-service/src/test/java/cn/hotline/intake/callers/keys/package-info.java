@NullMarked
package cn.hotline.intake.callers.keys;

import org.jspecify.annotations.NullMarked;
