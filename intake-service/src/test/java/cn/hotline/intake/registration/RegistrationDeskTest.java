package cn.hotline.intake.registration;

import static cn.hotline.intake.Story.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.hotline.chassis.Aggregates.Opened;
import cn.hotline.chassis.Cause;
import cn.hotline.chassis.Refusal.General;
import cn.hotline.chassis.Refused;
import cn.hotline.chassis.Refused.FieldError;
import cn.hotline.intake.Story;
import cn.hotline.intake.callers.KnownCaller;
import cn.hotline.intake.callers.NamedSeal;
import cn.hotline.intake.callers.model.Identity;
import cn.hotline.intake.contract.IntakeEvent.TicketCorrected;
import cn.hotline.intake.contract.IntakeEvent.TicketRegistered;
import cn.hotline.intake.registration.model.Arrival;
import cn.hotline.intake.registration.model.Caller.Wishes;
import cn.hotline.intake.registration.model.Decision;
import cn.hotline.intake.registration.model.Kind;
import cn.hotline.intake.registration.model.Matter;
import cn.hotline.intake.registration.model.Place;
import cn.hotline.intake.registration.model.RegistrationRefusal;
import cn.hotline.intake.registration.model.Ticket;
import cn.hotline.intake.registration.model.TicketNumber;
import cn.hotline.intake.registration.model.TicketStatus;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class RegistrationDeskTest {

    private final InMemoryIntake intake = new InMemoryIntake();
    private final RegistrationDesk desk = intake.registration;

    @Test
    void aRegisteredTicketIsFoundAndTold() {
        Opened<Ticket> opened = done(desk.register(Story.forwarded()));
        TicketNumber number = opened.stored().state().number();
        assertThat(opened.opened()).isTrue();
        assertThat(done(desk.find(number)).status()).isEqualTo(TicketStatus.FORWARDED);
        assertThat(intake.tickets.told()).singleElement().isInstanceOf(TicketRegistered.class);
    }

    @Test
    void theSameCallerIsKnownByTheSameToken() {
        Ticket first = done(desk.register(Story.forwarded())).stored().state();
        Ticket second = done(desk.register(Story.forwarded())).stored().state();
        assertThat(second.number()).isNotEqualTo(first.number());
        assertThat(second.registration().caller().token())
                .isNotNull()
                .isEqualTo(first.registration().caller().token());
    }

    @Test
    void anAnonymousCallerWithoutNumberHasNoToken() {
        Ticket ticket = done(desk.register(unnumbered("路灯不亮"))).stored().state();
        assertThat(ticket.registration().caller().token()).isNull();
        assertThat(intake.callers.size()).isZero();
    }

    @Test
    void whatSomebodyWithoutNumberSaysIsSealedWithAKeyOfItsOwn() {
        Ticket ticket = done(desk.register(unnumbered("住在5号楼3单元501室"))).stored().state();
        assertThat(ticket.registration().caller().token()).isNull();
        assertThat(ticket.matter().content()).isEqualTo("住在5号楼***");
        KnownCaller keeper =
                done(intake.callers.of(Objects.requireNonNull(ticket.sealed()).caller()));
        assertThat(ticket.inOwnWords(keeper.seal()).content()).isEqualTo("住在5号楼3单元501室");
    }

    @Test
    void aCorrectionHidesAndSealsToo() {
        TicketNumber number = number(done(desk.register(Story.forwarded())));
        Ticket corrected = done(
                desk.correct(number, 1, matter -> Story.matter(content -> content + "王建国的车位"), "王建国 13800006627 来电更正"));
        assertThat(corrected.toString()).doesNotContain(Story.NAME, Story.PHONE.value());
        assertThat(corrected.corrections().get(0).reason()).isEqualTo("王** 138****6627 来电更正");
        assertThat(corrected.inOwnWords(new NamedSeal("c-1")).content()).endsWith("王建国的车位");
    }

    @Test
    void aTicketWithoutAnythingSealedMayBeCorrectedToHoldSomething() {
        TicketNumber number = number(done(desk.register(unnumbered("路灯不亮"))));
        Ticket corrected = done(
                desk.correct(number, 1, matter -> unnumbered("住在5号楼3单元501室").matter(), "补充"));
        KnownCaller keeper = done(
                intake.callers.of(Objects.requireNonNull(corrected.sealed()).caller()));
        assertThat(corrected.inOwnWords(keeper.seal()).content()).isEqualTo("住在5号楼3单元501室");
    }

    @Test
    void aTicketOfAForgottenCallerIsCorrectedAndNothingMoreSealed() {
        TicketNumber number = number(done(desk.register(Story.forwarded())));
        done(intake.callers.forget("c-1"));
        Ticket corrected = done(desk.correct(number, 1, matter -> Story.matter(), "王先生 13900000000 更正"));
        assertThat(corrected.corrections().get(0).reason()).isEqualTo("王先生 139****0000 更正");
        assertThat(Objects.requireNonNull(corrected.sealed()).find("correction/2"))
                .isEmpty();
    }

    @Test
    void aMessageOfAChannelBecomesOneTicketHoweverOftenItComes() {
        TicketNumber first = number(done(desk.register(from("wx-1"))));
        Opened<Ticket> again = done(desk.register(from("wx-1")));
        assertThat(again.opened()).isFalse();
        assertThat(number(again)).isEqualTo(first);
        assertThat(number(done(desk.register(from("wx-2"))))).isNotEqualTo(first);
        assertThat(intake.tickets.told()).hasSize(2);
    }

    @Test
    void theSameCommandAgainFindsTheTicketItMade() {
        TicketNumber first = number(commanded("key-1"));
        assertThat(number(commanded("key-1"))).isEqualTo(first);
        assertThat(number(commanded("key-2"))).isNotEqualTo(first);
        assertThat(intake.tickets.told()).hasSize(2);
    }

    @Test
    void aTicketOfAnUnknownCallIsRefusedAndNothingStored() {
        NewTicket asked = in(Story.inCall("CXN240618-999999"));
        var refusal = catchThrowableOfType(Refused.class, () -> done(desk.register(asked)));
        assertThat(refusal.reason()).isEqualTo(General.INVALID);
        assertThat(refusal.errors()).extracting(FieldError::field).containsExactly("callId");
        assertThat(intake.tickets.told()).isEmpty();
    }

    @Test
    void whatIsCorrectedIsToldAgainWhole() {
        TicketNumber number = number(done(desk.register(Story.forwarded())));
        Ticket corrected = done(
                desk.correct(number, 1, matter -> Story.matter(content -> content.replace("5 号楼", "6 号楼")), "楼号记错"));
        assertThat(corrected.edition()).isEqualTo(2);
        assertThat(intake.tickets.told().get(1)).isInstanceOf(TicketCorrected.class);
    }

    @Test
    void anUnknownTicketIsAbsent() {
        var refusal = catchThrowableOfType(Refused.class, () -> done(desk.find(Story.NUMBER)));
        assertThat(refusal.reason()).isEqualTo(RegistrationRefusal.UNKNOWN_TICKET);
    }

    private Opened<Ticket> commanded(String key) {
        return done(desk.register(Story.forwarded())
                .contextWrite(Cause.command("630100", "me", key, null).context()));
    }

    private static NewTicket from(String externalId) {
        return in(Story.byPhone(externalId));
    }

    private static NewTicket in(Arrival arrival) {
        return new NewTicket(arrival, Story.WANG, Story.WISHES, Story.matter(), Decision.forward(), List.of());
    }

    private static NewTicket unnumbered(String content) {
        Matter matter = new Matter(Kind.HELP, null, content, Place.UNKNOWN, null, null, null, null);
        return new NewTicket(
                Story.byPhone(null),
                Identity.UNKNOWN,
                new Wishes(true, false, false),
                matter,
                Decision.forward(),
                List.of());
    }

    private static TicketNumber number(Opened<Ticket> opened) {
        return opened.stored().state().number();
    }
}
