/** Who is asking, and what they may do: roles, signed-in people, the table of rights. */
@NullMarked
package cn.hotline.access;

import org.jspecify.annotations.NullMarked;
