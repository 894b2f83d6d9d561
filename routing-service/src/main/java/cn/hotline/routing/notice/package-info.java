/** 通知: who is told what of a ticket's deadlines, and when. */
@NullMarked
package cn.hotline.routing.notice;

import org.jspecify.annotations.NullMarked;
