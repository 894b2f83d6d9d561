/** Events of routing and followup coming in. */
@NullMarked
package cn.hotline.intake.progress.kafka;

import org.jspecify.annotations.NullMarked;
