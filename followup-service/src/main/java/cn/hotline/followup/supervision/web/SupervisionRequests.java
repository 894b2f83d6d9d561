package cn.hotline.followup.supervision.web;

import cn.hotline.chassis.PersonalData;
import cn.hotline.chassis.web.Fields;
import cn.hotline.followup.revisit.model.TicketNumber;
import cn.hotline.followup.supervision.model.Level;
import cn.hotline.ui.ClockText;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** What is asked of supervision, as it is sent. Free text is masked when it is read. */
final class SupervisionRequests {

    private static final int LONGEST_NUMBER = 40;
    private static final int LONGEST_TEXT = 500;
    private static final int LONGEST_ANSWER = 2_000;

    private SupervisionRequests() {}

    /** @param answerBy absent for as long as the policy gives */
    record Issue(
            @Nullable String number,
            @Nullable String level,
            @Nullable String text,
            @Nullable Instant answerBy) {

        Read read() {
            Fields fields = new Fields();
            String ticket = fields.required("number", number, LONGEST_NUMBER).strip();
            Level asked = fields.requiredCode("level", level, Level.class);
            String said = fields.required("text", text, LONGEST_TEXT);
            fields.refuseFaults();
            return new Read(
                    new TicketNumber(ticket),
                    asked,
                    PersonalData.mask(said),
                    answerBy == null ? null : answerBy.truncatedTo(ChronoUnit.MILLIS));
        }

        record Read(
                TicketNumber ticket,
                Level level,
                String text,
                @Nullable Instant answerBy) {}
    }

    /** As the page sends it: with the time on the wall. */
    record IssueForm(
            @Nullable String number,
            @Nullable String level,
            @Nullable String text,
            @Nullable LocalDateTime answerBy) {

        Issue request() {
            return new Issue(
                    number,
                    level,
                    text,
                    answerBy == null ? null : answerBy.atZone(ClockText.BEIJING).toInstant());
        }
    }

    record Answer(@Nullable String content) {

        String read() {
            Fields fields = new Fields();
            String said = fields.required("content", content, LONGEST_ANSWER);
            fields.refuseFaults();
            return PersonalData.mask(said);
        }
    }
}
