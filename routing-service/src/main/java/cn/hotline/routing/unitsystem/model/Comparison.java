package cn.hotline.routing.unitsystem.model;

import cn.hotline.chassis.Termed;
import cn.hotline.routing.contract.UnitNotice.Difference;
import cn.hotline.routing.contract.UnitNotice.ListsCompared;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * 对账: both sides' open tickets beside each other. What the unit was told of after its list was made cannot be in the
 * list and is left out.
 *
 * @param open how many are open here
 * @param ours status here of these, and of what else the list names and the unit has, by ticket number
 * @param unsettled numbers of tickets told of after the list was made
 */
public record Comparison(int open, Map<String, String> ours, OpenList theirs, Set<String> unsettled) {

    static final int MOST_LISTED = 1_000;

    public Comparison without(Set<String> numbers) {
        return new Comparison(open, ours, theirs, numbers);
    }

    /** @param act id of the list; null where it had none */
    public ListsCompared result(String unit, LocalDate day, @Nullable String act, Instant at) {
        Set<String> all = new TreeSet<>(ours.keySet());
        all.addAll(theirs.statuses().keySet());
        List<Difference> differing = all.stream()
                .filter(Predicate.not(unsettled::contains))
                .filter(number -> !alike(number))
                .map(this::difference)
                .toList();
        return new ListsCompared(
                unit,
                day,
                act,
                open,
                theirs.statuses().size(),
                (int) all.stream().filter(unsettled::contains).count(),
                differing.size(),
                differing.stream().limit(MOST_LISTED).toList(),
                at);
    }

    private boolean alike(String number) {
        String here = ours.get(number);
        return here != null && here.equals(theirs.statuses().get(number));
    }

    private Difference difference(String number) {
        String here = ours.get(number);
        String there = theirs.statuses().get(number);
        return new Difference(number, kind(here, there).name(), here, there);
    }

    private static Kind kind(@Nullable String here, @Nullable String there) {
        if (there == null) {
            return Kind.ONLY_OURS;
        }
        return here == null ? Kind.ONLY_THEIRS : Kind.STATUS;
    }

    /** How two sides differ about a ticket. */
    public enum Kind implements Termed {
        ONLY_OURS("我方有、对方没有"),
        ONLY_THEIRS("对方有、我方没有"),
        STATUS("状态不一致");

        private final String term;

        Kind(String term) {
            this.term = term;
        }

        @Override
        public String term() {
            return term;
        }
    }
}
