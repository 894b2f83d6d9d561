package cn.hotline.intake.registration.model;

import static cn.hotline.intake.Story.NOW;
import static cn.hotline.intake.Story.NUMBER;
import static cn.hotline.intake.registration.model.RegistrationRefusal.ALREADY_CLOSED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.hotline.chassis.Change;
import cn.hotline.chassis.Refusal.General;
import cn.hotline.chassis.Refused;
import cn.hotline.intake.Story;
import cn.hotline.intake.callers.NamedSeal;
import cn.hotline.intake.contract.IntakeEvent;
import cn.hotline.intake.contract.IntakeEvent.TicketAnsweredDirectly;
import cn.hotline.intake.contract.IntakeEvent.TicketCorrected;
import cn.hotline.intake.contract.IntakeEvent.TicketRegistered;
import cn.hotline.intake.contract.IntakeEvent.TicketRejected;
import cn.hotline.intake.contract.IntakeEvent.TicketTransferredOut;
import java.time.Duration;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TicketTest {

    private final Ticket forwarded = Story.ticket();

    @ParameterizedTest
    @CsvSource({
        "FORWARD, FORWARDED",
        "ANSWER, CLOSED_DIRECT",
        "REJECT, REJECTED",
        "TRANSFER_OUT, TRANSFERRED_OUT",
    })
    void theDecisionSaysHowATicketBegins(Disposition disposition, TicketStatus status) {
        assertThat(register(disposition).state().status()).isEqualTo(status);
    }

    @ParameterizedTest
    @EnumSource(Disposition.class)
    void everyDecisionTellsOneEventOfItsOwn(Disposition disposition) {
        Class<? extends IntakeEvent> told =
                switch (disposition) {
                    case FORWARD -> TicketRegistered.class;
                    case ANSWER -> TicketAnsweredDirectly.class;
                    case REJECT -> TicketRejected.class;
                    case TRANSFER_OUT -> TicketTransferredOut.class;
                };
        assertThat(register(disposition).events()).hasSize(1).hasOnlyElementsOfType(told);
    }

    @ParameterizedTest
    @EnumSource(Disposition.class)
    void noEventHoldsTheCallersNameOrNumber(Disposition disposition) {
        assertThat(register(disposition).events().toString())
                .contains("消防通道")
                .doesNotContain(Story.NAME, "138 0000", Story.PHONE.value());
    }

    @Test
    void theEventSaysWhatTheTicketSays() {
        var told =
                (TicketRegistered) Story.registered(Decision.forward()).events().get(0);
        assertThat(told.number()).isEqualTo("XN240618-000123");
        assertThat(told.at()).isEqualTo(NOW);
        assertThat(told.registration().caller()).isEqualTo("c-1");
        assertThat(told.registration().channelFamily()).isEqualTo("CALL");
        assertThat(told.registration().matter().kind()).isEqualTo("COMPLAINT");
        assertThat(told.registration().matter().place().divisionCode()).isEqualTo("630104");
        assertThat(told.registration().matter().title()).isEqualTo("海湖花园 5 号楼消防通道被堵死");
    }

    @Test
    void aCorrectionKeepsWhatWasWrittenBefore() {
        Ticket corrected = correct(forwarded, 1).state();
        assertThat(corrected.matter().content()).contains("6 号楼");
        assertThat(corrected.corrections())
                .containsExactly(new Ticket.Correction(forwarded.matter(), "楼号记错", NOW.plusSeconds(60)));
    }

    @Test
    void aCorrectionTellsTheWholeMatterMasked() {
        var told = (TicketCorrected) correct(forwarded, 1).events().get(0);
        assertThat(told.matter().title()).isEqualTo("海湖花园 6 号楼消防通道被堵死");
        assertThat(told.toString()).doesNotContain(Story.NAME, "138 0000");
    }

    @Test
    void aTicketItselfKnowsNobody() {
        assertThat(forwarded.toString() + register(Disposition.ANSWER).state())
                .contains("王**", "138****6627")
                .doesNotContain(Story.NAME, "138 0000", Story.PHONE.value());
    }

    @Test
    void theKeyOfTheCallerOpensWhatTheySaid() {
        assertThat(forwarded.inOwnWords(Story.SEAL)).isEqualTo(Story.matter());
        assertThat(forwarded.identity(Story.SEAL, Story.PHONE)).isEqualTo(Story.WANG);
        assertThat(register(Disposition.ANSWER)
                        .state()
                        .decisionInOwnWords(Story.SEAL)
                        .answer())
                .isEqualTo("已告知王建国，电话 13800006627");
    }

    @Test
    void whatWasCorrectedOpensAsItReadsNow() {
        Ticket corrected = correct(forwarded, 1).state();
        assertThat(corrected.inOwnWords(Story.SEAL).content())
                .startsWith("海湖花园 6 号楼")
                .contains("138 0000 6627");
        Ticket cleared = correct(corrected, 2, any -> "路灯不亮").state();
        assertThat(cleared.inOwnWords(Story.SEAL).content()).isEqualTo("路灯不亮");
        Ticket again = correct(cleared, 3, any -> "路灯不亮").state();
        assertThat(again.inOwnWords(Story.SEAL).content()).isEqualTo("路灯不亮");
    }

    @Test
    void whatACorrectionLeavesAloneStillOpens() {
        Ticket reclassified = forwarded
                .correct(1, forwarded.matter(), "改类别", forwarded.sealed(), NOW)
                .state();
        assertThat(reclassified.inOwnWords(Story.SEAL).content()).isEqualTo(Story.CONTENT);
    }

    @Test
    void anothersKeyOpensNothing() {
        assertThatThrownBy(() -> forwarded.inOwnWords(new NamedSeal("c-2"))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whoSawAnOlderEditionCannotCorrectTheNewer() {
        Ticket corrected = correct(forwarded, 1).state();
        assertThat(corrected.edition()).isEqualTo(2);
        var refusal = catchThrowableOfType(Refused.class, () -> correct(corrected, 1));
        assertThat(refusal.reason()).isEqualTo(General.VERSION_CONFLICT);
    }

    @Test
    void whatRoutingFindsDoesNotDisturbACorrector() {
        Ticket classified = forwarded
                .classify(new Finding("EM-FIRE", Urgency.URGENT, "630104003"))
                .state();
        assertThat(correct(classified, 1).state().edition()).isEqualTo(2);
    }

    @Test
    void whatRoutingFindsHoldsWhereTheOperatorLeftItOpen() {
        Ticket classified = forwarded
                .classify(new Finding("EM-FIRE", Urgency.URGENT, "630105"))
                .state();
        assertThat(classified.category()).contains("EM-FIRE");
        assertThat(classified.urgency()).contains(Urgency.URGENT);
        assertThat(classified.divisionCode()).contains("630104");
    }

    @Test
    void aClosedTicketIsNotCorrected() {
        Ticket closed = forwarded.close().state();
        var refusal = catchThrowableOfType(Refused.class, () -> correct(closed, 1));
        assertThat(refusal.reason()).isEqualTo(ALREADY_CLOSED);
    }

    @ParameterizedTest
    @EnumSource(value = Disposition.class, mode = EnumSource.Mode.EXCLUDE, names = "FORWARD")
    void onlyAForwardedTicketIsClosedByFollowup(Disposition disposition) {
        Ticket finished = register(disposition).state();
        assertThat(catchThrowableOfType(Refused.class, finished::close).reason())
                .isEqualTo(ALREADY_CLOSED);
    }

    @Test
    void aTicketIsClosedOnce() {
        Ticket closed = forwarded.close().state();
        assertThat(closed.status()).isEqualTo(TicketStatus.CLOSED);
        assertThat(catchThrowableOfType(Refused.class, closed::close).reason()).isEqualTo(ALREADY_CLOSED);
    }

    private static Change<Ticket, IntakeEvent> register(Disposition disposition) {
        String words = "已告知王建国，电话 13800006627";
        Decision decision =
                switch (disposition) {
                    case FORWARD -> Decision.forward();
                    case ANSWER -> new Decision(disposition, words, null, null);
                    case REJECT, TRANSFER_OUT -> new Decision(disposition, null, null, words);
                };
        return Story.registered(decision);
    }

    private static Change<Ticket, IntakeEvent> correct(Ticket ticket, long edition) {
        return correct(ticket, edition, content -> content.replace("5 号楼", "6 号楼"));
    }

    private static Change<Ticket, IntakeEvent> correct(Ticket ticket, long edition, UnaryOperator<String> content) {
        Concealment concealment = new Concealment(Story.WANG);
        Matter corrected = Story.matter(content).concealed(concealment, edition + 1);
        Sealed sealed = Objects.requireNonNull(ticket.sealed()).with(concealment.close(NUMBER, Story.SEAL));
        return ticket.correct(edition, corrected, "楼号记错", sealed, NOW.plus(Duration.ofMinutes(1)));
    }
}
