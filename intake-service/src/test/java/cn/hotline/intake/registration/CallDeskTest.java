package cn.hotline.intake.registration;

import static cn.hotline.intake.Story.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.hotline.chassis.Cause;
import cn.hotline.chassis.Refused;
import cn.hotline.chassis.Refused.FieldError;
import cn.hotline.intake.Story;
import cn.hotline.intake.contract.IntakeEvent.CallRecorded;
import cn.hotline.intake.registration.model.Call;
import cn.hotline.intake.registration.model.CallOutcome;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class CallDeskTest {

    private final InMemoryIntake intake = new InMemoryIntake();
    private final CallDesk desk = intake.callDesk;

    @Test
    void aCallWithoutTicketIsACallAllTheSame() {
        Call call = desk.record(call(CallOutcome.SILENT)).block();
        assertThat(intake.calls.told())
                .containsExactly(new CallRecorded(call.callId(), "12345", NOW, null, "SILENT", List.of(), NOW));
    }

    @Test
    void aNoteStaysInIntake() {
        desk.record(call(CallOutcome.ABUSE)).block();
        assertThat(intake.calls.told().toString()).doesNotContain("留言");
    }

    @Test
    void aCallKnowsTheTicketsRegisteredBefore() {
        String ticket = registered();
        Call call = desk.record(call(CallOutcome.TICKETS, ticket)).block();
        assertThat(call.tickets()).containsExactly(ticket);
    }

    @Test
    void ticketsRegisteredLaterNameTheCall() {
        String callId = desk.record(call(CallOutcome.TICKETS)).block().callId();
        NewTicket second = new NewTicket(
                Story.inCall(callId),
                Story.WANG,
                Story.WISHES,
                Story.matter(),
                Story.forwarded().decision(),
                List.of());
        assertThat(Story.done(intake.registration.register(second)).opened()).isTrue();
    }

    @Test
    void aCallWithAnUnknownTicketIsRefused() {
        for (String unknown : List.of("XN240618-999999", "", "nonsense")) {
            var refusal = catchThrowableOfType(Refused.class, () -> desk.record(call(CallOutcome.TICKETS, unknown))
                    .block());
            assertThat(refusal.errors()).extracting(FieldError::field).containsExactly("tickets");
        }
        assertThat(intake.calls.told()).isEmpty();
    }

    @Test
    void aNumberOfSomebodyInPlaceOfATicketIsNotSaidAgain() {
        Refused refusal = catchThrowableOfType(
                Refused.class, () -> Story.done(desk.record(call(CallOutcome.TICKETS, "13900007788"))));
        assertThat(refusal.errors().get(0).detail()).isEqualTo("没有工单 139****7788");
    }

    @Test
    void theSameCommandAgainFindsTheCallItRecorded() {
        assertThat(commanded().callId()).isEqualTo(commanded().callId());
        assertThat(intake.calls.told()).hasSize(1);
    }

    private Call commanded() {
        return desk.record(call(CallOutcome.PRAISE))
                .contextWrite(Cause.command("630100", "me", "key-1", null).context())
                .block();
    }

    private String registered() {
        return Story.done(intake.registration.register(Story.forwarded()))
                .stored()
                .state()
                .number()
                .value();
    }

    private static Function<String, Call> call(CallOutcome outcome, String... tickets) {
        return id -> new Call(id, "12345", NOW, null, outcome, List.of(tickets), "留言");
    }
}
