package cn.hotline.intake.reveal.model;

import static cn.hotline.intake.Story.NOW;
import static cn.hotline.intake.reveal.model.RevealRefusal.CONFIDENTIAL;
import static cn.hotline.intake.reveal.model.RevealRefusal.NOT_NEEDED;
import static cn.hotline.intake.reveal.model.RevealRefusal.ONLY_TOGETHER;
import static cn.hotline.intake.reveal.model.RevealRefusal.REASON_NEEDED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.hotline.chassis.Refusal;
import cn.hotline.chassis.Refused;
import cn.hotline.intake.Story;
import cn.hotline.intake.codes.model.ChannelFamily;
import cn.hotline.intake.progress.model.Progress;
import cn.hotline.intake.progress.model.Progress.Step;
import cn.hotline.intake.progress.model.Stage;
import cn.hotline.intake.registration.model.Arrival;
import cn.hotline.intake.registration.model.Call;
import cn.hotline.intake.registration.model.CallOutcome;
import cn.hotline.intake.registration.model.Caller;
import cn.hotline.intake.registration.model.Caller.Wishes;
import cn.hotline.intake.registration.model.Decision;
import cn.hotline.intake.registration.model.Finding;
import cn.hotline.intake.registration.model.Registration;
import cn.hotline.intake.registration.model.RegistrationRefusal;
import cn.hotline.intake.registration.model.Ticket;
import cn.hotline.intake.reveal.model.RevealPolicy.Asked;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RevealPolicyTest {

    private static final Viewer REGISTRAR = new Viewer("operator", null, false, false);
    private static final Viewer COLLEAGUE = new Viewer("operator-2", null, false, false);
    private static final Viewer REVISITOR = new Viewer("revisitor", null, true, false);
    private static final Viewer SUPERVISOR = new Viewer("supervisor", null, false, true);
    private static final Viewer UNIT = new Viewer("unit-630104", "630104", false, false);
    private static final String REASON = "回拨核实地址";

    private final RevealPolicy policy =
            new RevealPolicy(Duration.ofMinutes(30), new NeededClasses(Set.of("HC"), Set.of("TR")));
    private final Progress withTheUnit = progress(Stage.DISPATCHED);

    @Test
    void theOperatorOnTheLiveCallIsAskedNoReason() {
        assertThat(decide(REGISTRAR, Story.ticket(), NOW.plusSeconds(60), null)).isEqualTo(Grounds.LIVE_CALL);
    }

    @Test
    void afterHalfAnHourTheCallIsOver() {
        assertThat(refusal(REGISTRAR, Story.ticket(), NOW.plusSeconds(1800), null))
                .isEqualTo(REASON_NEEDED);
        assertThat(decide(REGISTRAR, Story.ticket(), NOW.plusSeconds(1800), REASON))
                .isEqualTo(Grounds.STATED);
    }

    @Test
    void aCallRecordedAsEndedIsOverAtOnce() {
        Asked asked = new Asked(
                REGISTRAR,
                Story.ticket(),
                false,
                withTheUnit,
                ended(NOW.plusSeconds(30)),
                false,
                false,
                null,
                NOW.plusSeconds(60));
        assertThat(refusal(asked)).isEqualTo(REASON_NEEDED);
    }

    @Test
    void aMessageIsNoCall() {
        Ticket message = ticket(new Arrival("WECHAT", ChannelFamily.WEB, "wx-1", null, NOW), Story.WISHES);
        assertThat(refusal(REGISTRAR, message, NOW.plusSeconds(60), null)).isEqualTo(REASON_NEEDED);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "   ", "核实", "核 实 "})
    void aColleagueGivesAReasonThatSaysSomething(@Nullable String reason) {
        assertThat(refusal(COLLEAGUE, Story.ticket(), NOW, reason)).isEqualTo(REASON_NEEDED);
        assertThat(decide(COLLEAGUE, Story.ticket(), NOW, REASON)).isEqualTo(Grounds.STATED);
    }

    @Test
    void theRevisitorIsAskedNoReasonWhileTheTicketIsRevisited() {
        assertThat(policy.decide(asked(REVISITOR, Story.ticket(), progress(Stage.REVISITING), null)))
                .isEqualTo(Grounds.LIVE_REVISIT);
        assertThat(refusal(asked(REVISITOR, Story.ticket(), progress(Stage.REVISITING, Stage.CLOSED), null)))
                .isEqualTo(REASON_NEEDED);
    }

    @Test
    void aTicketThatNeverCameToRevisitIsNotTheRevisitors() {
        assertThat(refusal(asked(REVISITOR, Story.ticket(), withTheUnit, REASON)))
                .isEqualTo(RegistrationRefusal.UNKNOWN_TICKET);
    }

    @Test
    void aUnitSeesWhatItsClassNeedsAndNeverTheCaller() {
        Ticket housing = classified("HC-PROPERTY");
        Grounds grounds = policy.decide(asked(UNIT, housing, withTheUnit, null));
        assertThat(grounds).isEqualTo(Grounds.HANDLING);
        assertThat(grounds.showCaller()).isFalse();
        assertThat(policy.showsDoors(housing)).isTrue();
        assertThat(policy.showsPlates(housing)).isFalse();
        assertThat(policy.showsPlates(classified("TR-PARKING"))).isTrue();
        assertThat(policy.showsPlates(classified("TRX"))).isFalse();
    }

    @Test
    void aUnitSeesNothingWhereItsClassNeedsNothing() {
        assertThat(refusal(asked(UNIT, classified("LS-WAGES"), withTheUnit, REASON)))
                .isEqualTo(NOT_NEEDED);
        assertThat(refusal(asked(UNIT, Story.ticket(), withTheUnit, REASON))).isEqualTo(NOT_NEEDED);
    }

    @Test
    void aTicketThatIsNotThereForSomebodyOfAUnitDoesNotExist() {
        Ticket housing = classified("HC-PROPERTY");
        assertThat(refusal(new Asked(UNIT, housing, false, withTheUnit, null, true, true, REASON, NOW)))
                .isEqualTo(RegistrationRefusal.UNKNOWN_TICKET);
    }

    @Test
    void aUnitSeesTheCallerOnlyWithoutRelayAndWithAReason() {
        Ticket housing = classified("HC-PROPERTY");
        assertThat(policy.decide(new Asked(UNIT, housing, true, withTheUnit, null, false, true, REASON, NOW)))
                .isEqualTo(Grounds.RELAY_DOWN);
        assertThat(policy.decide(new Asked(UNIT, housing, true, withTheUnit, null, false, true, null, NOW)))
                .isEqualTo(Grounds.HANDLING);
    }

    @Test
    void aConfidentialCallerIsSeenByWhoRegisteredThem() {
        Ticket confidential = ticket(Story.byPhone(null), new Wishes(false, true, true));
        assertThat(decide(REGISTRAR, confidential, NOW.plusSeconds(60), null)).isEqualTo(Grounds.LIVE_CALL);
        assertThat(decide(REGISTRAR, confidential, NOW.plusSeconds(7200), REASON))
                .isEqualTo(Grounds.STATED);
        assertThat(refusal(COLLEAGUE, confidential, NOW, REASON)).isEqualTo(CONFIDENTIAL);
        assertThat(refusal(asked(REVISITOR, confidential, progress(Stage.REVISITING), REASON)))
                .isEqualTo(CONFIDENTIAL);
        assertThat(refusal(asked(UNIT, confidential, withTheUnit, REASON))).isEqualTo(CONFIDENTIAL);
    }

    @Test
    void twoTogetherSeeEvenAConfidentialCaller() {
        Ticket confidential = ticket(Story.byPhone(null), new Wishes(false, true, true));
        for (Viewer viewer : List.of(COLLEAGUE, SUPERVISOR, REVISITOR, UNIT)) {
            assertThat(policy.decide(new Asked(viewer, confidential, true, withTheUnit, null, true, false, null, NOW)))
                    .isEqualTo(Grounds.BREAK_GLASS);
        }
    }

    @Test
    void aSupervisorAloneSeesNobody() {
        assertThat(refusal(SUPERVISOR, Story.ticket(), NOW, REASON)).isEqualTo(ONLY_TOGETHER);
    }

    private Grounds decide(Viewer viewer, Ticket ticket, Instant at, @Nullable String reason) {
        return policy.decide(new Asked(viewer, ticket, true, withTheUnit, null, false, false, reason, at));
    }

    private Refusal refusal(Viewer viewer, Ticket ticket, Instant at, @Nullable String reason) {
        return refusal(new Asked(viewer, ticket, true, withTheUnit, null, false, false, reason, at));
    }

    private Refusal refusal(Asked asked) {
        return catchThrowableOfType(Refused.class, () -> policy.decide(asked)).reason();
    }

    private static Asked asked(Viewer viewer, Ticket ticket, Progress progress, @Nullable String reason) {
        return new Asked(viewer, ticket, true, progress, null, false, false, reason, NOW);
    }

    private static Progress progress(Stage... stages) {
        Progress progress = Progress.of("XN240618-000123")
                .with(new Step(NOW, Stage.DISPATCHED, "城西区政府", List.of("630104", "630100-UM"), NOW))
                .state();
        for (int i = 0; i < stages.length; i++) {
            progress = progress.with(new Step(NOW.plusSeconds(i + 1), stages[i], null, null, null))
                    .state();
        }
        return progress;
    }

    private static Ticket classified(String category) {
        return Story.ticket().classify(new Finding(category, null, null)).state();
    }

    private static Ticket ticket(Arrival arrival, Wishes wishes) {
        Registration registration = new Registration(
                arrival, Caller.of(Story.WANG, wishes, "c-1"), Decision.forward(), List.of(), "operator", NOW);
        return Ticket.register(Story.NUMBER, registration, Story.ticket().matter(), null)
                .state();
    }

    private static Call ended(Instant at) {
        return new Call("C1", "12345", NOW, at, CallOutcome.TICKETS, List.of(), null);
    }
}
