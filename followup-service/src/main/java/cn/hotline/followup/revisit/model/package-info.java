/** What a revisit knows and decides; plain Java. */
@NullMarked
package cn.hotline.followup.revisit.model;

import org.jspecify.annotations.NullMarked;
