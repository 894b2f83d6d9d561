package cn.hotline.routing.notice.model;

import cn.hotline.routing.deadline.model.LimitKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing a unit is told of one ticket; nothing of its caller and nothing of its text.
 *
 * @param topic what the ticket is about; null when nobody knows
 * @param item which deadline; null for a dispatch
 * @param dueAt until when
 * @param at when it happened
 * @param confidential whether only those may see it to whom the ticket opens
 */
public record Line(
        String number,
        @Nullable String topic,
        Subject subject,
        @Nullable LimitKind item,
        Instant dueAt,
        Instant at,
        boolean confidential) {

    /** Whether the other one tells as much of the same deadline of the same ticket, or something later. */
    boolean isOldBeside(Line other) {
        return number.equals(other.number) && item == other.item && !at.isAfter(other.at);
    }

    /** Which deadline it is about; a dispatch is to be acknowledged. */
    public LimitKind deadline() {
        return item == null ? LimitKind.ACKNOWLEDGE : item;
    }

    /** As somebody sees it to whom the ticket does not open. */
    public Line withheld() {
        return new Line(number, null, subject, item, dueAt, at, confidential);
    }

    /** 签收还剩2小时, 特急工单待签收. */
    public String words() {
        return item == null || subject.calls() ? subject.term() : item.term() + subject.term();
    }
}
