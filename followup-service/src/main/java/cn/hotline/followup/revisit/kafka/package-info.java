/** Events that revisits follow from. */
@NullMarked
package cn.hotline.followup.revisit.kafka;

import org.jspecify.annotations.NullMarked;
