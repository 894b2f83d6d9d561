/** Who did or read what, when, from where and why: a log that shows when somebody changed it. */
@NullMarked
package cn.hotline.access.audit;

import org.jspecify.annotations.NullMarked;
