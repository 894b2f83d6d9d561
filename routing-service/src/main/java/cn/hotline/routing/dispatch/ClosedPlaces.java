package cn.hotline.routing.dispatch;

import cn.hotline.routing.contract.RoutingEvent.Place;
import cn.hotline.routing.dispatch.model.Appeal;
import cn.hotline.routing.dispatch.model.Classification;
import cn.hotline.routing.dispatch.model.Dispatch;
import cn.hotline.routing.dispatch.model.DispatchStatus;
import cn.hotline.routing.place.ConfirmedPlace;
import cn.hotline.routing.place.ConfirmedPlaces;
import cn.hotline.routing.place.Divisions;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Flux;

/**
 * Where tickets were closed: in the county whose government, or whose street, had them last. What a city department
 * closed says nothing of its county. The street is what that unit's code or the ticket says, but not what only learned
 * names had said: they would prove themselves right.
 */
public final class ClosedPlaces implements ConfirmedPlaces {

    private static final int PAGE = 200;
    private static final int COUNTY = 6;
    private static final int STREET = 9;

    private final Dispatches dispatches;
    private final Divisions divisions;
    private final Clock clock;

    public ClosedPlaces(Dispatches dispatches, Divisions divisions, Clock clock) {
        this.dispatches = dispatches;
        this.divisions = divisions;
        this.clock = clock;
    }

    /** Page by page, as far as somebody reads on. */
    @Override
    public Flux<ConfirmedPlace> newest() {
        return dispatches
                .all(DispatchFilter.ALL.in(DispatchStatus.CLOSED), clock.instant(), PAGE)
                .filter(ticket -> !ticket.appeal().confidential())
                .concatMap(ticket -> Flux.fromStream(lesson(ticket).stream()));
    }

    private Optional<ConfirmedPlace> lesson(Dispatch ticket) {
        return county(ticket)
                .map(county -> new ConfirmedPlace(
                        text(ticket.appeal()),
                        List.of(),
                        county,
                        street(ticket)
                                .filter(street -> street.startsWith(county))
                                .orElse(null)));
    }

    private Optional<String> street(Dispatch ticket) {
        return lead(ticket)
                .filter(unit -> unit.length() >= STREET)
                .map(unit -> unit.substring(0, STREET))
                .or(() -> told(ticket.classification()))
                .flatMap(this::today);
    }

    private static Optional<String> told(Classification seen) {
        return Optional.ofNullable(seen.place())
                .map(Place::streetCode)
                .filter(code -> !code.equals(seen.taughtStreet()));
    }

    private Optional<String> county(Dispatch ticket) {
        return lead(ticket)
                .filter(unit -> unit.length() >= COUNTY)
                .map(unit -> unit.substring(0, COUNTY))
                .flatMap(this::today);
    }

    /** What the code has become; none where several took over from it. */
    private Optional<String> today(String code) {
        var meant = divisions.on(code, LocalDate.now(clock));
        return meant.size() == 1 ? Optional.of(meant.iterator().next().code()) : Optional.empty();
    }

    private static Optional<String> lead(Dispatch ticket) {
        return Optional.ofNullable(ticket.handling())
                .map(handling -> handling.lead().unit().code());
    }

    private static String text(Appeal appeal) {
        return (appeal.place() == null ? "" : appeal.place() + "\n") + appeal.title() + "\n" + appeal.content();
    }
}
