/** 办理进度 progress: what the other services said about a ticket. */
@NullMarked
package cn.hotline.intake.progress;

import org.jspecify.annotations.NullMarked;
