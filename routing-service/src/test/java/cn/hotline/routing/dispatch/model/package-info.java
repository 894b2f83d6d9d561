@NullMarked
package cn.hotline.routing.dispatch.model;

import org.jspecify.annotations.NullMarked;
