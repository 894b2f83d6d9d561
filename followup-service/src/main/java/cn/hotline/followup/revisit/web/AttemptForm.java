package cn.hotline.followup.revisit.web;

import cn.hotline.ui.ClockText;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** A call in vain, as the page sends it: with the time on the wall. */
record AttemptForm(
        @Nullable String result,
        @Nullable String note,
        @Nullable LocalDateTime nextAt) {

    AttemptRequest request() {
        return new AttemptRequest(
                result,
                note,
                nextAt == null ? null : nextAt.atZone(ClockText.BEIJING).toInstant());
    }
}
