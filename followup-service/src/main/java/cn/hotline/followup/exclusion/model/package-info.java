/** What an exclusion knows and decides; plain Java. */
@NullMarked
package cn.hotline.followup.exclusion.model;

import org.jspecify.annotations.NullMarked;
