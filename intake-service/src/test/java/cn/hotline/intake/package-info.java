/** Tests. */
@NullMarked
package cn.hotline.intake;

import org.jspecify.annotations.NullMarked;
