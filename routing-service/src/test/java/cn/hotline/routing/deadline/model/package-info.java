@NullMarked
package cn.hotline.routing.deadline.model;

import org.jspecify.annotations.NullMarked;
