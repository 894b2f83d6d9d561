package cn.hotline.reporting.dailyreport.model;

import cn.hotline.reporting.ledger.model.CallEntry;
import cn.hotline.reporting.ledger.model.Followup.Revisit;
import cn.hotline.reporting.ledger.model.LedgerEntry;
import cn.hotline.reporting.ledger.model.Registration.Contact;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The rows a day's report is made of. Order of the rows does not matter.
 *
 * @param calls recorded calls that began that day
 * @param tickets all tickets received that day, of every channel
 * @param ticketsOfCalls tickets received on another day that belong to one of these calls
 * @param callsOfOtherDays calls of another day that one of these tickets belongs to
 * @param revisited tickets with a revisit of that day, whatever day they are from
 */
public record DayFacts(
        LocalDate day,
        List<CallEntry> calls,
        List<LedgerEntry> tickets,
        List<LedgerEntry> ticketsOfCalls,
        List<CallEntry> callsOfOtherDays,
        List<LedgerEntry> revisited) {

    private static final String CALL = "CALL";

    /**
     * The calls of the day: each recorded call once, and each ticket of family CALL that belongs to no recorded call as
     * a call of its own. A ticket belongs to a call that it names or that names it. Tickets that name the same call
     * while its record has not come are one call already.
     */
    public List<Call> allCalls() {
        Map<String, List<LedgerEntry>> ticketsOf = new LinkedHashMap<>();
        Map<String, CallEntry> records = new HashMap<>();
        calls.forEach(call -> {
            records.put(call.id(), call);
            ticketsOf.put(call.id(), new ArrayList<>());
        });
        Map<String, String> named = namedByCalls();
        Set<String> elsewhere =
                Set.copyOf(callsOfOtherDays.stream().map(CallEntry::id).toList());
        for (LedgerEntry ticket : ofFamilies(Set.of(CALL))) {
            String call = callOf(ticket, named);
            if (!elsewhere.contains(call)) {
                ticketsOf.computeIfAbsent(call, any -> new ArrayList<>()).add(ticket);
            }
        }
        for (LedgerEntry ticket : ticketsOfCalls) {
            ticketsOf.computeIfPresent(callOf(ticket, named), (call, tickets) -> {
                tickets.add(ticket);
                return tickets;
            });
        }
        return ticketsOf.entrySet().stream()
                .map(entry -> new Call(entry.getKey(), records.get(entry.getKey()), entry.getValue()))
                .toList();
    }

    /** Tickets received that day through channels of these families. */
    public List<LedgerEntry> ofFamilies(Set<String> families) {
        return tickets.stream()
                .filter(ticket -> families.contains(contact(ticket).family()))
                .toList();
    }

    /** The revisits of the day; several of one ticket count each. */
    public List<Revisited> revisits() {
        return revisited.stream()
                .flatMap(ticket -> ticket.followup() == null
                        ? Stream.empty()
                        : ticket.followup().revisits().stream()
                                .filter(revisit -> revisit.on().equals(day.toString()))
                                .map(revisit -> new Revisited(ticket, revisit)))
                .toList();
    }

    /** How a ticket came in; rows are found by their registration, so it is there. */
    static Contact contact(LedgerEntry ticket) {
        if (ticket.registration() == null) {
            throw new IllegalArgumentException(ticket.number() + " is not registered yet");
        }
        return ticket.registration().contact();
    }

    private Map<String, String> namedByCalls() {
        Map<String, String> named = new HashMap<>();
        Stream.of(callsOfOtherDays, calls).flatMap(Collection::stream).forEach(call -> call.tickets()
                .forEach(ticket -> named.put(ticket, call.id())));
        return named;
    }

    private static String callOf(LedgerEntry ticket, Map<String, String> named) {
        String own = contact(ticket).callId();
        return own != null ? own : named.getOrDefault(ticket.number(), ticket.number());
    }

    /** A revisit with the ticket it was about. */
    public record Revisited(LedgerEntry ticket, Revisit revisit) {}
}
