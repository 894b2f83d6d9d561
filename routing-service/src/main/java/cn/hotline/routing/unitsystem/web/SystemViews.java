package cn.hotline.routing.unitsystem.web;

import cn.hotline.chassis.Termed.Coded;
import cn.hotline.routing.contract.RoutingEvent.Unit;
import cn.hotline.routing.unitsystem.UnitSystemDesk.Registered;
import cn.hotline.routing.unitsystem.model.Condition;
import cn.hotline.routing.unitsystem.model.Line;
import cn.hotline.routing.unitsystem.model.UnitSystem;
import cn.hotline.routing.unitsystem.model.Way;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Units' systems as they are shown. */
public final class SystemViews {

    private final String servers;
    private final Duration patience;
    private final Clock clock;

    /**
     * @param servers where units' systems reach the broker
     * @param patience after which a system that does nothing is silent
     */
    public SystemViews(String servers, Duration patience, Clock clock) {
        this.servers = servers;
        this.patience = patience;
        this.clock = clock;
    }

    RegisteredView registered(Registered done) {
        UnitSystem system = done.system();
        return new RegisteredView(
                system.unit(),
                system.account(),
                line(system, done.password()),
                system.webhook() == null
                        ? null
                        : new WebhookView(system.webhook().url(), done.webhookSecret()));
    }

    ConditionView condition(Condition seen) {
        UnitSystem system = seen.system();
        return new ConditionView(
                system.unit(),
                system.account(),
                line(system, null),
                system.webhook() == null
                        ? null
                        : new WebhookView(system.webhook().url(), null),
                system.by(),
                system.since(),
                seen.told(),
                ways(seen),
                seen.heardAt(),
                seen.waitingSince(),
                seen.isSilent(patience, clock.instant()),
                seen.list() == null ? null : seen.list().at(),
                seen.list() == null ? null : seen.list().total());
    }

    private @Nullable LineView line(UnitSystem system, @Nullable String password) {
        if (!system.line()) {
            return null;
        }
        Line line = Line.of(system.unit().code());
        return new LineView(
                servers,
                List.of("SCRAM-SHA-512", "SCRAM-SHA-256"),
                line.dispatchTopic(),
                line.handlingTopic(),
                line.groupPrefix(),
                line.user(),
                password,
                system.lineOpen());
    }

    private static List<WayView> ways(Condition seen) {
        List<WayView> ways = new ArrayList<>();
        for (Way way : Way.values()) {
            if (way == Way.FETCHING || seen.system().ways().contains(way)) {
                var delivery = seen.deliveries().stream()
                        .filter(one -> one.way() == way)
                        .findFirst()
                        .orElse(new Condition.Delivery(way, 0, null, null));
                ways.add(new WayView(
                        Coded.of(way),
                        delivery.position(),
                        Math.max(0, seen.told() - delivery.position()),
                        delivery.at(),
                        delivery.problem()));
            }
        }
        return ways;
    }

    record Items<T>(List<T> items) {}

    /** What is registered; secrets only this once. */
    record RegisteredView(
            Unit unit,
            String account,
            @Nullable LineView kafka,
            @Nullable WebhookView webhook) {}

    /**
     * @param password absent where it was shown before
     * @param open false while the broker has not let it in; registering once more does it
     */
    record LineView(
            String servers,
            List<String> mechanisms,
            String dispatchTopic,
            String handlingTopic,
            String groupPrefix,
            String user,
            @Nullable String password,
            boolean open) {}

    /** @param secret absent where it was shown before */
    record WebhookView(String url, @Nullable String secret) {}

    /**
     * @param told how many notices there are for it
     * @param heardAt when it last acted, sent a list or fetched; absent for never
     * @param waitingSince since when the ticket that has waited longest is not acknowledged; absent when none waits
     * @param silent whether tickets wait and nothing has been heard of it for long
     * @param listedAt when its last list came; absent for never
     * @param differing how many tickets differed then
     */
    record ConditionView(
            Unit unit,
            String account,
            @Nullable LineView kafka,
            @Nullable WebhookView webhook,
            String by,
            Instant since,
            long told,
            List<WayView> ways,
            @Nullable Instant heardAt,
            @Nullable Instant waitingSince,
            boolean silent,
            @Nullable Instant listedAt,
            @Nullable Integer differing) {}

    /**
     * @param position of the last notice that arrived
     * @param behind how many have not
     * @param problem why the next one does not; absent when nothing is wrong
     */
    record WayView(
            Coded way,
            long position,
            long behind,
            @Nullable Instant at,
            @Nullable String problem) {}
}
