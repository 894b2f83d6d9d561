/** 并单: tickets about one matter are handled as one, and each caller still gets an answer. */
@NullMarked
package cn.hotline.intake.merging;

import org.jspecify.annotations.NullMarked;
