@NullMarked
package cn.hotline.intake.callers.mongo;

import org.jspecify.annotations.NullMarked;
