/** 派单办理: who must answer, by when, and how far they have come. */
@NullMarked
package cn.hotline.routing;

import org.jspecify.annotations.NullMarked;
