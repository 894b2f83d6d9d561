package cn.hotline.benchmark;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Whether the ledger holds each acknowledged ticket, once.
 *
 * @param lost answered 201 and not in the ledger
 * @param doubled a number given out twice, a ticket that stands in the ledger twice, or one nobody was told of
 */
record Check(long lost, long doubled) {

    /**
     * @param before numbers in the ledger before the run
     * @param acknowledged numbers answered in the run
     * @param withoutAnswer requests that may have been registered without our knowing
     * @param ledger numbers in the ledger after the run, one for each row
     */
    static Check of(Set<String> before, List<String> acknowledged, long withoutAnswer, List<String> ledger) {
        Set<String> told = new HashSet<>(acknowledged);
        Set<String> found = new HashSet<>(ledger);
        long lost = told.stream().filter(number -> !found.contains(number)).count();
        long twice = repeated(acknowledged, told) + repeated(ledger, found);
        found.removeAll(before);
        found.removeAll(told);
        return new Check(lost, twice + Math.max(0, found.size() - withoutAnswer));
    }

    private static long repeated(Collection<String> all, Set<String> distinct) {
        return all.size() - distinct.size();
    }
}
