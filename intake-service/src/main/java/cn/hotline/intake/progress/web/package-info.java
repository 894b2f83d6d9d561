/** 办理进度 for callers, over HTTP. */
@NullMarked
package cn.hotline.intake.progress.web;

import org.jspecify.annotations.NullMarked;
