package cn.hotline.routing.dispatch.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.hotline.chassis.Change;
import cn.hotline.chassis.Refused;
import cn.hotline.routing.contract.RoutingEvent;
import cn.hotline.routing.contract.RoutingEvent.DepartmentCheckedIn;
import cn.hotline.routing.contract.RoutingEvent.Unit;
import cn.hotline.routing.contract.RoutingEvent.WhistleBlown;
import cn.hotline.routing.dispatch.Desks;
import cn.hotline.routing.dispatch.People;
import cn.hotline.routing.dispatch.Tickets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** 街道吹哨、部门报到, as sentences. */
class WhistlingTest {

    private static final Unit URBAN = new Unit("630100-URBAN", "市城市管理局");
    private static final Staff URBAN_CLERK = People.clerk(URBAN);

    private final Dispatch withStreet = PassingDown.pass(
                    ReturningTest.opened(Tickets.plain("XN261123-000001"))
                            .acknowledge(People.CENTRE_CLERK, in(30))
                            .state(),
                    People.STREET,
                    "请现场核实",
                    People.CENTRE_CLERK,
                    Desks.POLICY,
                    in(60))
            .state();
    private final Dispatch called = blown(in(90), in(300)).state();

    @Test
    void whoIsCalledHelpsFromThenOnAndIsToBeThereByATime() {
        WhistleBlown told = (WhistleBlown) blown(in(90), in(300)).events().get(0);

        assertThat(told.unit()).isEqualTo(People.STREET);
        assertThat(told.departments()).containsExactly(URBAN, People.HOUSING);
        assertThat(told.holders()).containsExactly(People.CENTRE, People.STREET, People.HOUSING, URBAN);
        assertThat(told.late()).isFalse();
        assertThat(stand(called, "630100-URBAN", in(100))).isEqualTo(Errand.Stand.CALLED);
        assertThat(stand(called, "630100-HOUSING", in(100)))
                .as("it helped already")
                .isEqualTo(Errand.Stand.CALLED);
        assertThat(called.opensTo(People.viewer(URBAN_CLERK, in(100)))).isTrue();
    }

    @Test
    void bothSidesAreTimed() {
        Change<Dispatch, RoutingEvent> inTime = Whistling.checkIn(called, URBAN_CLERK, in(300));
        Change<Dispatch, RoutingEvent> late = Whistling.checkIn(called, People.HOUSING_CLERK, in(301));
        WhistleBlown tooLate = (WhistleBlown)
                blown(in(4 * 24 * 60), in(4 * 24 * 60 + 100)).events().get(0);

        assertThat(((DepartmentCheckedIn) inTime.events().get(0)).inTime()).isTrue();
        assertThat(((DepartmentCheckedIn) inTime.events().get(0)).caller()).isEqualTo(People.STREET);
        assertThat(((DepartmentCheckedIn) late.events().get(0)).inTime()).isFalse();
        assertThat(stand(inTime.state(), "630100-URBAN", in(310))).isEqualTo(Errand.Stand.ARRIVED);
        assertThat(late.state()
                        .handling()
                        .helper("630100-HOUSING")
                        .orElseThrow()
                        .errand()
                        .call()
                        .inTime())
                .isFalse();
        assertThat(tooLate.late()).as("called after half of the street's time").isTrue();
    }

    @Test
    void aCallIsForATimeAheadAndWithinTheLeadsTime() {
        assertThat(refusalOf(() -> blown(in(90), in(90)))).isEqualTo(DispatchRefusal.ARRIVAL_DUE_TOO_LATE);
        assertThat(refusalOf(() -> blown(in(90), in(30 * 24 * 60)))).isEqualTo(DispatchRefusal.ARRIVAL_DUE_TOO_LATE);
    }

    @Test
    void onlyWhoWasCalledReportsAndOnce() {
        Dispatch arrived = Whistling.checkIn(called, URBAN_CLERK, in(200)).state();

        assertThat(refusalOf(() -> Whistling.checkIn(arrived, URBAN_CLERK, in(210))))
                .isEqualTo(DispatchRefusal.CHECKED_IN_ALREADY);
        assertThat(refusalOf(() -> Whistling.checkIn(withStreet, People.HOUSING_CLERK, in(210))))
                .isEqualTo(DispatchRefusal.NOT_CALLED);
        assertThat(refusalOf(() -> Whistling.checkIn(called, People.STREET_CLERK, in(210))))
                .isEqualTo(DispatchRefusal.ONLY_HELPERS);
        assertThat(refusalOf(() -> Whistling.blow(
                        called, List.of(URBAN), in(400), "再请", People.STREET_CLERK, Desks.POLICY, in(210))))
                .as("it has not come yet")
                .isEqualTo(DispatchRefusal.WHISTLED_ALREADY);
        assertThat(refusalOf(() -> Whistling.blow(
                        called, List.of(People.CENTRE), in(400), "请", People.STREET_CLERK, Desks.POLICY, in(210))))
                .isEqualTo(DispatchRefusal.HELPS_ALREADY);
    }

    @Test
    void whoHelpsNoLongerIsGoneAndNobodyWaitsForIt() {
        Dispatch without = Helping.end(called, "630100-URBAN", "现场不需要", People.CENTRE_CLERK, in(100))
                .state();

        assertThat(without.holders()).containsExactly("630103", "630103002", "630100-HOUSING");
        assertThat(without.opensTo(People.viewer(URBAN_CLERK, in(101)))).isFalse();
        assertThat(refusalOf(() -> Helping.end(without, "630100-URBAN", "现场不需要", People.CENTRE_CLERK, in(102))))
                .isEqualTo(DispatchRefusal.NOT_A_HELPER);
    }

    private Change<Dispatch, RoutingEvent> blown(Instant at, Instant arriveBy) {
        return Whistling.blow(
                withStreet,
                List.of(URBAN, People.HOUSING),
                arriveBy,
                "占道经营，请到场联合处置",
                People.STREET_CLERK,
                Desks.POLICY,
                at);
    }

    private static Errand.Stand stand(Dispatch ticket, String unit, Instant now) {
        return ticket.handling().helper(unit).orElseThrow().errand().stand(now);
    }

    private static Instant in(long minutes) {
        return Tickets.MONDAY_TEN.plus(Duration.ofMinutes(minutes));
    }

    private static Object refusalOf(ThrowingCallable act) {
        return catchThrowableOfType(Refused.class, act).reason();
    }
}
