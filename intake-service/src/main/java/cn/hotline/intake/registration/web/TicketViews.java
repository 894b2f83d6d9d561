package cn.hotline.intake.registration.web;

import cn.hotline.chassis.Cause;
import cn.hotline.chassis.web.Page;
import cn.hotline.intake.codes.Channels;
import cn.hotline.intake.codes.Codes;
import cn.hotline.intake.progress.Progresses;
import cn.hotline.intake.progress.model.Progress;
import cn.hotline.intake.registration.TicketFilter;
import cn.hotline.intake.registration.TicketOrder;
import cn.hotline.intake.registration.Tickets;
import cn.hotline.intake.registration.model.Ticket;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/**
 * Draws tickets together with what the other services said about them; of a merged one, about its master. Of a confidential ticket (保密) only whoever
 * registered it sees what it is about; others, that it is there and until when.
 */
final class TicketViews {

    private final Tickets tickets;
    private final Progresses progresses;
    private final Channels channels;
    private final Codes codes;

    TicketViews(Tickets tickets, Progresses progresses, Channels channels, Codes codes) {
        this.tickets = tickets;
        this.progresses = progresses;
        this.channels = channels;
        this.codes = codes;
    }

    Mono<TicketView> of(Ticket ticket) {
        return Mono.zip(
                progresses.find(numberOf(ticket)),
                Cause.current(),
                (progress, cause) -> view(ticket, progress, cause.actor()));
    }

    Mono<Page<TicketView>> page(TicketFilter filter, TicketOrder order, Page.Asked asked) {
        return Mono.zip(
                tickets.list(filter, order, asked.skip(), asked.size())
                        .collectList()
                        .flatMap(this::all),
                tickets.count(filter),
                (items, total) -> new Page<>(items, asked.page(), asked.size(), total));
    }

    private Mono<List<TicketView>> all(List<Ticket> found) {
        return Mono.zip(
                progresses.find(found.stream().map(TicketViews::numberOf).toList()),
                Cause.current(),
                (progress, cause) -> found.stream()
                        .map(ticket -> view(ticket, progressOf(ticket, progress), cause.actor()))
                        .toList());
    }

    private TicketView view(Ticket ticket, Progress progress, String account) {
        TicketView view = TicketView.of(ticket, progress, channels, codes);
        return ticket.isConfidential() && !ticket.registration().by().equals(account) ? view.withheld() : view;
    }

    private static Progress progressOf(Ticket ticket, Map<String, Progress> progress) {
        return progress.getOrDefault(numberOf(ticket), Progress.of(numberOf(ticket)));
    }

    private static String numberOf(Ticket ticket) {
        return ticket.handledAs().value();
    }
}
