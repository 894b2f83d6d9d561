package cn.hotline.followup.supervision.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * 工作日, as far as routing told them with a missed deadline: the calendar is routing's. Where none were told every day counts,
 * and so does every day after the last.
 *
 * @param ends when one working day more had passed, two, and so on
 */
public record Workdays(List<Instant> ends) {

    static final Workdays NONE = new Workdays(List.of());

    public Workdays {
        ends = ends == null ? List.of() : List.copyOf(ends);
    }

    /** When so many days more have passed; a day that runs already is the first. */
    Instant after(Instant at, int days) {
        List<Instant> ahead =
                ends.stream().filter(end -> end.isAfter(at)).limit(days).toList();
        Instant last = ahead.isEmpty() ? at : ahead.get(ahead.size() - 1);
        return last.plus(Duration.ofDays(days - ahead.size()));
    }
}
