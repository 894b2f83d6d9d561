package cn.hotline.reporting.dailyreport.model;

import cn.hotline.reporting.ledger.model.Disposition;
import cn.hotline.reporting.ledger.model.Handling.Place;
import cn.hotline.reporting.ledger.model.Handling.Topic;
import cn.hotline.reporting.ledger.model.LedgerEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the office counts (口径): everything about the figures that is configuration and not code.
 *
 * @param channels in printed order
 * @param hazardKinds term by code, in the order that decides between equal counts
 * @param groups report group (热点名称) by category; the order of the groups decides between equal counts
 * @param divisions name by division code
 * @param byOutcome what a call without forwarded tickets came to, by its own outcome
 * @param byDisposition what a call came to, by what was done with its tickets
 * @param concentratedFrom so many different callers about one group in one place on one day are a concentrated problem
 */
public record ReportBook(
        List<ReportChannel> channels,
        Map<String, String> hazardKinds,
        Map<String, String> groups,
        Map<String, String> divisions,
        Map<String, CallResult> byOutcome,
        Map<Disposition, CallResult> byDisposition,
        int concentratedFrom) {

    /** How many hot problems are printed. */
    static final int HOT = 3;

    /** How many kinds of hazards are printed. */
    static final int KINDS = 5;

    private static final int STREET_CODE = 9;
    private static final int COUNTY_CODE = 6;

    /**
     * What a call came to: forwarded as soon as one of its tickets was, whatever routing does later; else by the table.
     *
     * @return empty when the table does not know the call's outcome
     */
    public Optional<CallResult> resultOf(Call call) {
        List<CallResult> results = new ArrayList<>();
        for (LedgerEntry ticket : call.tickets()) {
            if (ticket.registration() != null) {
                results.add(byDisposition.get(ticket.registration().disposition()));
            }
        }
        if (results.contains(CallResult.FORWARDED)) {
            return Optional.of(CallResult.FORWARDED);
        }
        return call.record() == null
                ? results.stream().findFirst()
                : Optional.ofNullable(byOutcome.get(call.record().outcome()));
    }

    /** The group of a ticket by its class at the cut: routing's newest word, else what the operator chose. */
    public Optional<String> groupOf(LedgerEntry ticket) {
        Topic topic = ticket.handling() == null ? null : ticket.handling().topic();
        if (topic != null && topic.reportGroup() != null) {
            return Optional.of(topic.reportGroup());
        }
        return ticket.registration() == null || ticket.registration().matter().category() == null
                ? Optional.empty()
                : Optional.ofNullable(groups.get(ticket.registration().matter().category()));
    }

    /** The community a ticket is about, or the street when the community is not certain; by division code. */
    public Optional<String> placeOf(LedgerEntry ticket) {
        Place place = ticket.handling() == null || ticket.handling().topic() == null
                ? null
                : ticket.handling().topic().place();
        if (place != null && place.community() != null) {
            return Optional.of(place.community().code());
        }
        if (place != null && place.street() != null) {
            return Optional.of(place.street().code());
        }
        return Optional.ofNullable(ticket.registration())
                .map(registration -> registration.matter().division())
                .filter(code -> code.length() >= STREET_CODE);
    }

    /** A place as it is printed, with its county: 城东区团结社区. */
    public String nameOf(String place) {
        String county = place.length() > COUNTY_CODE ? divisions.getOrDefault(place.substring(0, COUNTY_CODE), "") : "";
        return county + divisions.getOrDefault(place, place);
    }

    /** The channel of that code; empty for one that is not configured. */
    public Optional<ReportChannel> channel(String code) {
        return channels.stream().filter(channel -> channel.code().equals(code)).findFirst();
    }

    /** Channels of a family in printed order. */
    List<ReportChannel> channelsOf(String family) {
        return channels.stream()
                .filter(channel -> channel.family().equals(family))
                .toList();
    }

    /** Printed name of every body that receives hazards, by its code, in printed order. */
    Map<String, String> bodies() {
        Map<String, String> bodies = new LinkedHashMap<>();
        for (ReportChannel channel : channels) {
            if (channel.body() != null && channel.printName() != null) {
                bodies.putIfAbsent(channel.body(), channel.printName());
            }
        }
        return bodies;
    }

    /** Where a group stands in the configured order; groups that are not configured come last. */
    int orderOf(String group) {
        int at = new ArrayList<>(groups.values()).indexOf(group);
        return at < 0 ? Integer.MAX_VALUE : at;
    }
}
