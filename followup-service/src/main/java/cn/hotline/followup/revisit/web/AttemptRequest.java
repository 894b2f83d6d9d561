package cn.hotline.followup.revisit.web;

import cn.hotline.chassis.PersonalData;
import cn.hotline.chassis.web.Fields;
import cn.hotline.followup.revisit.model.Attempt;
import cn.hotline.followup.revisit.model.AttemptResult;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A call in vain, as it is sent. */
record AttemptRequest(
        @Nullable String result,
        @Nullable String note,
        @Nullable Instant nextAt) {

    private static final int LONGEST_NOTE = 500;

    Attempt read(Instant at) {
        Fields fields = new Fields();
        AttemptResult read = fields.requiredCode("result", result, AttemptResult.class);
        String remark = fields.optional("note", note, LONGEST_NOTE);
        fields.refuseFaults();
        return new Attempt(read, remark == null ? null : PersonalData.mask(remark), nextAt, at);
    }
}
