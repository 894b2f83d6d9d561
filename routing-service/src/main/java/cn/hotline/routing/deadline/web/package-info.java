/** Time limits and calendar over HTTP. */
@NullMarked
package cn.hotline.routing.deadline.web;

import org.jspecify.annotations.NullMarked;
