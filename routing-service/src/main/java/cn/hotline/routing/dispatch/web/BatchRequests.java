package cn.hotline.routing.dispatch.web;

import cn.hotline.chassis.web.Fields;
import cn.hotline.routing.dispatch.Batch;
import cn.hotline.routing.dispatch.model.TicketNumber;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what is asked for several tickets at once, for the interface and for the pages alike. */
final class BatchRequests {

    private BatchRequests() {}

    /** Each once. @throws cn.hotline.chassis.Refused when there are none, or too many */
    static List<TicketNumber> numbers(NumbersRequest sent) {
        List<String> numbers = sent.numbers() == null ? List.of() : sent.numbers();
        refuseCount("numbers", numbers);
        return parsed(numbers.stream());
    }

    /** Each once. @throws cn.hotline.chassis.Refused when there are none, or too many */
    static List<Proposed> proposed(ProposedRequest sent) {
        List<ProposedTicket> tickets = sent.tickets() == null ? List.of() : sent.tickets();
        refuseCount("tickets", tickets);
        return tickets.stream()
                .filter(Objects::nonNull)
                .map(ticket -> new Proposed(
                        DispatchController.parsed(Objects.requireNonNullElse(ticket.number(), "")),
                        Objects.requireNonNullElse(ticket.unit(), "")))
                .distinct()
                .toList();
    }

    private static void refuseCount(String field, List<?> sent) {
        Fields fields = new Fields();
        fields.check(!sent.isEmpty(), field, "请至少选择一件工单");
        fields.check(sent.size() <= Batch.MOST, field, "一次最多 " + Batch.MOST + " 件，请分批办理");
        fields.refuseFaults();
    }

    private static List<TicketNumber> parsed(Stream<String> numbers) {
        return numbers.filter(Objects::nonNull)
                .map(DispatchController::parsed)
                .distinct()
                .toList();
    }

    /** @param unit code of the unit that whoever asks saw proposed */
    record Proposed(TicketNumber number, String unit) {}

    record NumbersRequest(@Nullable List<@Nullable String> numbers) {}

    record ProposedRequest(@Nullable List<@Nullable ProposedTicket> tickets) {}

    record ProposedTicket(@Nullable String number, @Nullable String unit) {}
}
