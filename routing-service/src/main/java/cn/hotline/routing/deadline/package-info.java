/** 时限: until when a unit must acknowledge, contact the caller and finish, by the working calendar of the city. */
@NullMarked
package cn.hotline.routing.deadline;

import org.jspecify.annotations.NullMarked;
