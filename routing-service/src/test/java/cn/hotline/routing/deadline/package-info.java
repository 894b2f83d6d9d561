@NullMarked
package cn.hotline.routing.deadline;

import org.jspecify.annotations.NullMarked;
