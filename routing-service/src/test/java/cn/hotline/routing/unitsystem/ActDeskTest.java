package cn.hotline.routing.unitsystem;

import static cn.hotline.routing.dispatch.People.CENTRE;
import static cn.hotline.routing.dispatch.People.CENTRE_CLERK;
import static cn.hotline.routing.dispatch.People.NORTH;
import static cn.hotline.routing.unitsystem.Systems.done;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.hotline.chassis.Cause;
import cn.hotline.chassis.Refusal.General;
import cn.hotline.chassis.Refused;
import cn.hotline.chassis.Refused.FieldError;
import cn.hotline.routing.contract.RoutingEvent.Unit;
import cn.hotline.routing.contract.UnitNotice.ActRefused;
import cn.hotline.routing.contract.UnitNotice.Fault;
import cn.hotline.routing.contract.UnitNotice.ListsCompared;
import cn.hotline.routing.dispatch.DispatchFilter;
import cn.hotline.routing.dispatch.Tickets;
import cn.hotline.routing.dispatch.model.DispatchRefusal;
import cn.hotline.routing.dispatch.model.StepKind;
import cn.hotline.routing.unitsystem.ActDesk.Unusable;
import cn.hotline.routing.unitsystem.ActDesk.Written;
import cn.hotline.routing.unitsystem.UnitSystemDesk.Asked;
import cn.hotline.routing.unitsystem.model.OpenList;
import cn.hotline.routing.unitsystem.model.UnitSystemRefusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class ActDeskTest {

    private static final String NUMBER = "XN261123-000001";
    private static final String ACKNOWLEDGE = "cn.hotline.unit.acknowledge.v1";

    private final Systems all = new Systems();
    private final List<String> carriedOut = new ArrayList<>();

    /** The model's own acknowledging, and what goes wrong beside it. */
    private @Nullable RuntimeException problem;

    private final ActDesk desk = all.acts((act, ticket, body) -> Cause.current().flatMap(cause -> {
        carriedOut.add(act + " " + cause.commandKey());
        return problem == null ? all.desks.units.acknowledge(ticket) : Mono.error(problem);
    }));

    @Test
    void anActIsCarriedOutInTheNameOfTheSystemByTheSameModel() {
        registered(CENTRE);
        done(desk.act(acknowledging("a-1")));

        var step = done(all.desks
                        .dispatches
                        .list(all.desks.seenBy(CENTRE_CLERK), DispatchFilter.ALL, 0, 1)
                        .next())
                .state()
                .steps()
                .stream()
                .filter(one -> one.kind() == StepKind.ACKNOWLEDGED)
                .findFirst()
                .orElseThrow();
        assertThat(step.by().account()).isEqualTo("unit-630103-system");
        assertThat(carriedOut).containsExactly("acknowledge act:630103:a-1");
        assertThat(refusals()).isEmpty();
    }

    @Test
    void sentAgainNothingIsLeftToDo() {
        registered(CENTRE);
        done(desk.act(acknowledging("a-1")));
        done(desk.act(acknowledging("a-1")));
        done(desk.act(acknowledging("a-1")));

        assertThat(carriedOut).hasSize(1);
        assertThat(refusals()).isEmpty();
    }

    @Test
    void anotherActUnderTheSameIdIsRefusedOnceHoweverOftenItIsSent() {
        registered(CENTRE);
        done(desk.act(acknowledging("a-1")));
        Written other = written("a-1", ACKNOWLEDGE, NUMBER, null, "other");
        done(desk.act(other));
        done(desk.act(other));

        assertThat(refusals()).extracting(ActRefused::reason).containsExactly("ACT_ID_REUSED");
        assertThat(carriedOut).hasSize(1);
    }

    @Test
    void aRefusalComesBackOnceWithItsSentenceAndIsNotTriedAgain() {
        registered(CENTRE);
        problem = new Refused(DispatchRefusal.ACKNOWLEDGED_ALREADY);
        done(desk.act(acknowledging("a-1")));
        done(desk.act(acknowledging("a-1")));

        ActRefused told = refusals().get(0);
        assertThat(refusals()).hasSize(1);
        assertThat(told.reason()).isEqualTo("ACKNOWLEDGED_ALREADY");
        assertThat(told.sentence()).isEqualTo(DispatchRefusal.ACKNOWLEDGED_ALREADY.sentence());
        assertThat(told.act()).isEqualTo("a-1");
        assertThat(told.number()).isEqualTo(NUMBER);
        assertThat(carriedOut).hasSize(1);
    }

    @Test
    void fieldsAtFaultAreNamed() {
        registered(CENTRE);
        problem = new Refused(General.INVALID, List.of(new FieldError("outcome", "请填写此项")));
        done(desk.act(acknowledging("a-1")));

        assertThat(refusals().get(0).faults()).containsExactly(new Fault("outcome", "请填写此项"));
    }

    @Test
    void whatFailedBecauseOfUsMayComeAgainUnderTheSameId() {
        registered(CENTRE);
        problem = new Refused(General.BUSY);
        done(desk.act(acknowledging("a-1")));
        problem = null;
        done(desk.act(acknowledging("a-1")));

        assertThat(carriedOut).hasSize(2);
    }

    @Test
    void anotherUnitsTicketIsNotThere() {
        registered(CENTRE);
        registered(NORTH);
        done(desk.act(new Written(NORTH.code(), "a-1", ACKNOWLEDGE, NUMBER, new byte[0], null, "h", null)));

        ActRefused told = (ActRefused) all.mailbox.of(NORTH.code()).get(0).notice();
        assertThat(told.reason()).isEqualTo("NOT_FOUND");
    }

    @Test
    void whoHasNoSystemCannotAct() {
        done(desk.act(acknowledging("a-1")));

        assertThat(refusals()).extracting(ActRefused::reason).containsExactly("NO_SYSTEM");
        assertThat(carriedOut).isEmpty();
    }

    @Test
    void whatIsNoActIsToldOnceForEachPlace() {
        Unusable what = new Unusable(CENTRE.code(), "record 0-7", null, null, null);
        done(desk.refuse(what, new Refused(UnitSystemRefusal.ACT_WITHOUT_ID)));
        done(desk.refuse(what, new Refused(UnitSystemRefusal.ACT_WITHOUT_ID)));

        assertThat(refusals()).hasSize(1);
        assertThat(refusals().get(0).subject()).isEqualTo(CENTRE.code());
    }

    @Test
    void aListIsComparedAndAnsweredOnce() {
        registered(CENTRE);
        OpenList list = new OpenList(null, Map.of(NUMBER, "IN_PROGRESS"));
        Written sent = written("list-1", "cn.hotline.unit.open-tickets.v1", null, list, "h");
        done(desk.act(sent));
        done(desk.act(sent));

        List<ListsCompared> answers = all.mailbox.of(CENTRE.code()).stream()
                .map(Letter::notice)
                .filter(ListsCompared.class::isInstance)
                .map(ListsCompared.class::cast)
                .toList();
        assertThat(answers).hasSize(1);
        assertThat(answers.get(0).act()).isEqualTo("list-1");
        assertThat(answers.get(0).differences()).hasSize(1);
        assertThat(answers.get(0).differences().get(0).kind()).isEqualTo("STATUS");
        assertThat(all.mailbox.of(CENTRE.code()))
                .as("the ticket that differs is told again")
                .hasSize(2);
    }

    private void registered(Unit unit) {
        done(all.systems.register(unit, new Asked("unit-" + unit.code() + "-system", true, null), "admin"));
        done(all.desks.dispatching.open(Tickets.plain(NUMBER)));
    }

    private static Written acknowledging(String id) {
        return written(id, ACKNOWLEDGE, NUMBER, null, "hash");
    }

    private static Written written(
            String id, String type, @Nullable String number, @Nullable OpenList list, String hash) {
        return new Written(CENTRE.code(), id, type, number, "{}".getBytes(UTF_8), list, hash, null);
    }

    private List<ActRefused> refusals() {
        return all.mailbox.of(CENTRE.code()).stream()
                .map(Letter::notice)
                .filter(ActRefused.class::isInstance)
                .map(ActRefused.class::cast)
                .toList();
    }
}
