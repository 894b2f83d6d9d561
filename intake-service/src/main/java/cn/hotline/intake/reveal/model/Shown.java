package cn.hotline.intake.reveal.model;

import cn.hotline.intake.callers.model.Identity;
import cn.hotline.intake.registration.model.Decision;
import cn.hotline.intake.registration.model.Matter;
import cn.hotline.intake.registration.model.Ticket;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * 查看结果: what is sealed of a ticket, open for some minutes to one person. Never stored.
 *
 * @param phone digits alone
 * @param supplements what they added later, oldest first
 * @param until when whoever shows it takes it away again
 * @param watermark stands over it: who looks, and when
 */
public record Shown(
        String number,
        Grounds grounds,
        @Nullable String name,
        @Nullable String phone,
        @Nullable String account,
        @Nullable String place,
        @Nullable String title,
        String content,
        @Nullable String answer,
        @Nullable String reason,
        List<String> supplements,
        Instant until,
        String watermark) {

    /** The whole of it. */
    public static Shown whole(
            Ticket ticket,
            Grounds grounds,
            Identity caller,
            Matter said,
            Decision decision,
            List<String> added,
            Instant until,
            String mark) {
        return shown(ticket, grounds, caller, said, decision, added, text -> text, until, mark);
    }

    /**
     * What a unit needs to handle the matter.
     *
     * @param mask leaves out who the caller is, and what the class does not need
     */
    public static Shown forHandling(
            Ticket ticket,
            Matter said,
            Decision decision,
            List<String> added,
            UnaryOperator<String> mask,
            Instant until,
            String mark) {
        return shown(ticket, Grounds.HANDLING, Identity.UNKNOWN, said, decision, added, mask, until, mark);
    }

    private static Shown shown(
            Ticket ticket,
            Grounds grounds,
            Identity caller,
            Matter said,
            Decision decision,
            List<String> added,
            UnaryOperator<String> mask,
            Instant until,
            String mark) {
        return new Shown(
                ticket.number().value(),
                grounds,
                caller.name(),
                caller.phone() == null ? null : caller.phone().value(),
                caller.account(),
                masked(said.place().text(), mask),
                masked(said.title(), mask),
                mask.apply(said.content()),
                masked(decision.answer(), mask),
                masked(decision.reason(), mask),
                added.stream().map(mask).toList(),
                until,
                mark);
    }

    private static @Nullable String masked(@Nullable String text, UnaryOperator<String> mask) {
        return text == null ? null : mask.apply(text);
    }

    /** Kept out of logs. */
    @Override
    public String toString() {
        return "查看 " + number;
    }
}
