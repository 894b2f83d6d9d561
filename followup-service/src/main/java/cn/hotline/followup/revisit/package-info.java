/** Revisits (回访): callers are asked whether they were served. */
@NullMarked
package cn.hotline.followup.revisit;

import org.jspecify.annotations.NullMarked;
