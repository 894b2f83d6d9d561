/** 办理进度 in the document store. */
@NullMarked
package cn.hotline.intake.progress.mongo;

import org.jspecify.annotations.NullMarked;
