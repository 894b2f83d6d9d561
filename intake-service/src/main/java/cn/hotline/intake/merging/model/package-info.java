/** What a merge is and may become. */
@NullMarked
package cn.hotline.intake.merging.model;

import org.jspecify.annotations.NullMarked;
