/** Merges in the store. */
@NullMarked
package cn.hotline.intake.merging.mongo;

import org.jspecify.annotations.NullMarked;
