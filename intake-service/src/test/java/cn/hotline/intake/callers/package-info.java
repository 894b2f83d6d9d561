@NullMarked
package cn.hotline.intake.callers;

import org.jspecify.annotations.NullMarked;
