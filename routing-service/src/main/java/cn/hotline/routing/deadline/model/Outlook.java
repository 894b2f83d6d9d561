package cn.hotline.routing.deadline.model;

import java.util.List;
import java.util.stream.Stream;

/**
 * 影响预览: what a calendar that is not published yet would move.
 *
 * @param open how many tickets have running clocks
 * @param moving of how many of them a deadline would move
 * @param first the deadlines that would move, oldest due first, at most {@value #MOST}
 */
public record Outlook(long open, long moving, List<MovedDeadline> first) {

    public static final int MOST = 500;

    public static final Outlook NONE = new Outlook(0, 0, List.of());

    public Outlook {
        first = List.copyOf(first);
    }

    /** With one more ticket, of which these would move. */
    public Outlook and(List<MovedDeadline> moved) {
        return new Outlook(
                open + 1,
                moved.isEmpty() ? moving : moving + 1,
                Stream.concat(first.stream(), moved.stream()).limit(MOST).toList());
    }
}
