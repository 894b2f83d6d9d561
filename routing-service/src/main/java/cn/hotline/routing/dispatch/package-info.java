/** 派单与办理: who must answer a ticket, and how far they have come. */
@NullMarked
package cn.hotline.routing.dispatch;

import org.jspecify.annotations.NullMarked;
