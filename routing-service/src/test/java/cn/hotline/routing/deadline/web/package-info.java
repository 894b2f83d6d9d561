@NullMarked
package cn.hotline.routing.deadline.web;

import org.jspecify.annotations.NullMarked;
