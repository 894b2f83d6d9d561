/** Events that pressing follows from. */
@NullMarked
package cn.hotline.followup.supervision.kafka;

import org.jspecify.annotations.NullMarked;
