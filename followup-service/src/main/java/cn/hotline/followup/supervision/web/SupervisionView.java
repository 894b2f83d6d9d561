package cn.hotline.followup.supervision.web;

import cn.hotline.chassis.Termed.Coded;
import cn.hotline.followup.revisit.model.Matter;
import cn.hotline.followup.supervision.SupervisionCase;
import cn.hotline.followup.supervision.model.Escalation;
import cn.hotline.followup.supervision.model.Supervision;
import cn.hotline.followup.supervision.model.Unit;
import cn.hotline.followup.supervision.model.Watch;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A watched ticket with the latest that presses for it, as the API shows it.
 *
 * @param id of the latest; absent with what it says where nothing was ever issued
 * @param title absent while the registration is still on its way
 * @param lead who has to answer now; absent while it waits for a dispatcher
 * @param earlier those overtaken, the latest first
 */
record SupervisionView(
        @Nullable String id,
        String number,
        @Nullable Coded level,
        @Nullable Coded status,
        @Nullable UnitView unit,
        @Nullable String text,
        @Nullable Instant issuedAt,
        boolean byHand,
        @Nullable Instant answerBy,
        @Nullable AnswerView answer,
        @Nullable Instant liftedAt,
        @Nullable String title,
        @Nullable UnitView lead,
        int reworks,
        int units,
        @Nullable EscalationView escalation,
        List<ItemView> earlier) {

    static SupervisionView of(SupervisionCase found) {
        Watch watch = found.watch();
        Supervision latest = watch.current();
        Matter matter = found.matter();
        return new SupervisionView(
                latest == null ? null : latest.id(),
                watch.ticket().value(),
                latest == null ? null : Coded.of(latest.level()),
                latest == null ? null : Coded.of(latest.standing()),
                latest == null ? null : UnitView.of(latest.unit()),
                latest == null ? null : latest.text(),
                latest == null ? null : latest.at(),
                latest != null && !latest.by().equals(Supervision.AUTO),
                latest == null ? null : latest.answerBy(),
                latest == null ? null : AnswerView.of(latest.answer()),
                latest == null || latest.lift() == null ? null : latest.lift().at(),
                matter == null ? null : title(matter),
                watch.course().lead() == null
                        ? null
                        : UnitView.of(watch.course().lead()),
                watch.course().reworks(),
                watch.course().units().size(),
                EscalationView.of(watch.escalation()),
                watch.all().stream().skip(1).map(ItemView::of).toList());
    }

    private static String title(Matter matter) {
        return matter.title() == null ? matter.content() : matter.title();
    }

    record UnitView(String code, String name) {

        static UnitView of(Unit unit) {
            return new UnitView(unit.code(), unit.name());
        }
    }

    record AnswerView(String text, Instant at) {

        static @Nullable AnswerView of(Supervision.@Nullable Answer answer) {
            return answer == null ? null : new AnswerView(answer.text(), answer.at());
        }
    }

    record EscalationView(Coded ground, String reason, Instant at) {

        static @Nullable EscalationView of(@Nullable Escalation escalation) {
            return escalation == null
                    ? null
                    : new EscalationView(Coded.of(escalation.ground()), escalation.reason(), escalation.at());
        }
    }

    record ItemView(
            String id,
            Coded level,
            UnitView unit,
            String text,
            Instant issuedAt,
            @Nullable AnswerView answer) {

        static ItemView of(Supervision one) {
            return new ItemView(
                    one.id(),
                    Coded.of(one.level()),
                    UnitView.of(one.unit()),
                    one.text(),
                    one.at(),
                    AnswerView.of(one.answer()));
        }
    }
}
