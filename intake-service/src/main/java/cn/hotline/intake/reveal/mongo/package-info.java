/** 查看来电人 in the document store. */
@NullMarked
package cn.hotline.intake.reveal.mongo;

import org.jspecify.annotations.NullMarked;
