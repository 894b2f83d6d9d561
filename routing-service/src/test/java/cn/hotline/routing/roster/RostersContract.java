package cn.hotline.routing.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.hotline.chassis.Cause;
import cn.hotline.chassis.Refusal.General;
import cn.hotline.chassis.Refused;
import cn.hotline.routing.dispatch.Tickets;
import cn.hotline.routing.roster.model.Roster;
import cn.hotline.routing.roster.model.Roster.Edited;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What must hold of every keeper of rosters. */
abstract class RostersContract {

    private static final String UNIT = "630103";
    private static final Edited BY = new Edited("unit-630103-head", "陈刚", Tickets.MONDAY_TEN);

    private Rosters rosters;

    abstract Rosters empty();

    @BeforeEach
    void begin() {
        rosters = empty();
    }

    @Test
    void whereNobodyHasWrittenOneThereIsABlankOne() {
        assertThat(done(rosters.of(UNIT))).isEqualTo(Roster.blank(UNIT));
        assertThat(done(rosters.of(UNIT)).takesEmergencies()).isFalse();
    }

    @Test
    void whatIsWrittenIsKeptAsItWasAndIsThatUnitsOnly() {
        Roster written = written();

        assertThat(written.edition()).isEqualTo(1);
        assertThat(done(rosters.of(UNIT))).isEqualTo(written);
        assertThat(done(rosters.of(UNIT)).takesEmergencies()).isTrue();
        assertThat(done(rosters.of("630104"))).isEqualTo(Roster.blank("630104"));
    }

    @Test
    void everyChangeIsMadeOnTheNewest() {
        written();
        done(Flux.range(0, 9)
                .flatMap(i -> rosters.change(UNIT, roster -> roster.replacedBy(InMemoryRosters.usual(UNIT), BY)))
                .then());

        assertThat(done(rosters.of(UNIT)).edition()).isEqualTo(10);
    }

    @Test
    void whatIsRefusedChangesNothing() {
        Roster written = written();
        Refused refused = catchThrowableOfType(
                Refused.class,
                () -> done(rosters.change(UNIT, roster -> {
                    throw new Refused(General.VERSION_CONFLICT);
                })));

        assertThat(refused.reason()).isEqualTo(General.VERSION_CONFLICT);
        assertThat(done(rosters.of(UNIT))).isEqualTo(written);
    }

    private Roster written() {
        return done(rosters.change(UNIT, roster -> roster.replacedBy(InMemoryRosters.usual(UNIT), BY)));
    }

    static <V> @Nullable V done(Mono<V> asked) {
        return asked.contextWrite(Cause.command("630100", "test", null, null).context())
                .block();
    }
}
