package cn.hotline.access.audit.web;

import cn.hotline.access.audit.Question;
import cn.hotline.chassis.ChassisWiring;
import cn.hotline.chassis.web.Fields;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What an auditor asks for, as an address says it; days are whole days of the hotline's zone. */
final class QuestionReader {

    private static final int LONGEST = 100;

    private QuestionReader() {}

    static Question read(
            @Nullable String who,
            @Nullable String subject,
            @Nullable String action,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        Fields fields = new Fields();
        Question question = new Question(
                fields.optional("who", stripped(who), LONGEST),
                fields.optional("subject", stripped(subject), LONGEST),
                fields.optional("action", stripped(action), LONGEST),
                beginning(from),
                beginning(to == null ? null : to.plusDays(1)));
        fields.check(from == null || to == null || !to.isBefore(from), "to", "结束日期不能早于开始日期");
        fields.refuseFaults();
        return question;
    }

    private static @Nullable String stripped(@Nullable String text) {
        return text == null ? null : text.strip();
    }

    private static @Nullable Instant beginning(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(ChassisWiring.ZONE).toInstant();
    }
}
