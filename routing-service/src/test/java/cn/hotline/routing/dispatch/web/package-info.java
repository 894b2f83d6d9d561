@NullMarked
package cn.hotline.routing.dispatch.web;

import org.jspecify.annotations.NullMarked;
