package cn.hotline.routing.dispatch.web;

import cn.hotline.chassis.ChassisWiring;
import cn.hotline.chassis.web.Fields;
import cn.hotline.routing.classification.model.Urgency;
import cn.hotline.routing.dispatch.DispatchFilter;
import cn.hotline.routing.dispatch.DispatchFilter.Order;
import cn.hotline.routing.dispatch.DispatchFilter.Taken;
import cn.hotline.routing.dispatch.model.DispatchStatus;
import cn.hotline.routing.dispatch.model.Viewer;
import cn.hotline.routing.units.Units;
import cn.hotline.routing.units.model.Unit;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what is asked of a list: for pages, interface and files alike, so that they agree. Thread-safe. */
public final class Lists {

    private static final int LONGEST = 100;

    private final Units units;
    private final Duration silence;
    private final Clock clock;

    /** @param silence how long nothing may happen to a ticket before it counts as silent (沉默) */
    public Lists(Units units, Duration silence, Clock clock) {
        this.units = units;
        this.silence = silence;
        this.clock = clock;
    }

    /** @throws cn.hotline.chassis.Refused when it asks for what there is not */
    DispatchFilter filter(ListQuery asked, Viewer viewer) {
        Fields fields = new Fields();
        Optional<TicketList> list = list(asked.list(), viewer);
        fields.check(asked.list() == null || list.isPresent(), "list", "没有这个列表");
        DispatchStatus status = fields.code("status", asked.status(), DispatchStatus.class);
        String unit = fields.optional("unit", asked.unit(), LONGEST);
        fields.check(unit == null || units.find(unit).isPresent(), "unit", "没有这个承办单位");
        DueDay day = fields.code("due", upper(asked.due()), DueDay.class);
        Urgency urgency = fields.code("urgency", upper(asked.urgency()), Urgency.class);
        Whom taken = fields.code("taken", upper(asked.taken()), Whom.class);
        String text = fields.optional("q", asked.q(), LONGEST);
        Order order = fields.code("sort", upper(asked.sort()), Order.class);
        fields.refuseFaults();
        DispatchFilter all = list.map(one -> filter(one, viewer)).orElse(DispatchFilter.ALL);
        DispatchFilter narrowed = all.as(urgency).reading(text);
        if (unit != null) {
            narrowed = narrowed.ledBy(unit);
        }
        if (day != null) {
            narrowed = narrowed.in(DispatchStatus.WITH_A_UNIT).due(day.asOf(clock.instant()));
        }
        if (status != null) {
            narrowed = narrowed.in(status);
        }
        if (taken != null) {
            narrowed = narrowed.taken(taken.of(viewer));
        }
        return order == null ? narrowed : narrowed.by(order);
    }

    /** What the list asked for is called. */
    String term(ListQuery asked, Viewer viewer) {
        return list(asked.list(), viewer).map(TicketList::term).orElse("全部");
    }

    /** All of one list. */
    DispatchFilter filter(TicketList list, Viewer viewer) {
        Instant now = clock.instant();
        return list.of(viewer, now, new TicketList.Terms(silence, gone(LocalDate.ofInstant(now, ChassisWiring.ZONE))));
    }

    private Set<String> gone(LocalDate today) {
        return units.all().stream()
                .filter(unit -> unit.isGoneOn(today))
                .map(Unit::code)
                .filter(code -> units.inCharge(code, today).isEmpty())
                .collect(Collectors.toSet());
    }

    /** A unit has other lists than the hotline. */
    private static Optional<TicketList> list(@Nullable String code, Viewer viewer) {
        TicketList[] theirs = viewer.overview() ? DeskTab.values() : InboxTab.values();
        String wanted = upper(code);
        return Arrays.stream(theirs).filter(list -> list.name().equals(wanted)).findFirst();
    }

    private static @Nullable String upper(@Nullable String code) {
        return code == null || code.isBlank() ? null : code.strip().toUpperCase(Locale.ROOT);
    }

    /** Who has a ticket in hand, as people ask for it. */
    private enum Whom {
        MINE,
        NOBODY;

        Taken of(Viewer viewer) {
            return this == MINE ? new Taken(viewer.person().account()) : Taken.BY_NOBODY;
        }
    }
}
