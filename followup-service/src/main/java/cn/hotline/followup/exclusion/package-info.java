/** 剔除: demands that no unit can be asked to meet are closed with an explanation, by two people, with an appeal. */
@NullMarked
package cn.hotline.followup.exclusion;

import org.jspecify.annotations.NullMarked;
