package cn.hotline.followup.revisit.web;

import cn.hotline.chassis.PersonalData;
import cn.hotline.chassis.web.Fields;
import cn.hotline.followup.revisit.model.DissatisfactionCause;
import cn.hotline.followup.revisit.model.Opinion;
import cn.hotline.followup.revisit.model.Satisfaction;
import cn.hotline.followup.revisit.model.Solved;
import cn.hotline.followup.revisit.model.Verdict;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A verdict, as it is sent. */
record VerdictRequest(
        @Nullable Boolean contacted,
        @Nullable String solved,
        @Nullable String satisfaction,
        @Nullable String cause,
        @Nullable String words,
        @Nullable String undone,
        @Nullable Boolean reopen) {

    private static final int LONGEST_WORDS = 2_000;
    private static final int LONGEST_UNDONE = 500;

    Verdict read(Instant at) {
        Fields fields = new Fields();
        fields.check(contacted != null, "contacted", "请填写此项");
        Opinion opinion = new Opinion(
                Boolean.TRUE.equals(contacted),
                fields.requiredCode("solved", solved, Solved.class),
                fields.requiredCode("satisfaction", satisfaction, Satisfaction.class),
                fields.code("cause", cause, DissatisfactionCause.class));
        String said = masked(fields.optional("words", words, LONGEST_WORDS));
        String open = masked(fields.optional("undone", undone, LONGEST_UNDONE));
        fields.refuseFaults();
        return new Verdict(opinion, said, open, Boolean.TRUE.equals(reopen), at);
    }

    private static @Nullable String masked(@Nullable String text) {
        return text == null ? null : PersonalData.mask(text);
    }
}
