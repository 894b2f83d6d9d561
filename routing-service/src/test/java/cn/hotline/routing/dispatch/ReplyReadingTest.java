package cn.hotline.routing.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import cn.hotline.chassis.Refused;
import cn.hotline.intake.contract.IntakeEvent.TicketRegistered;
import cn.hotline.routing.contract.RoutingEvent.TicketReplied;
import cn.hotline.routing.contract.RoutingEvent.Unit;
import cn.hotline.routing.dispatch.UnitDesk.Answer;
import cn.hotline.routing.dispatch.model.Contact;
import cn.hotline.routing.dispatch.model.DispatchRefusal;
import cn.hotline.routing.dispatch.model.DispatcherChoice;
import cn.hotline.routing.dispatch.model.ReplyOutcome;
import cn.hotline.routing.dispatch.model.Staff;
import cn.hotline.routing.dispatch.model.TicketNumber;
import cn.hotline.routing.replycheck.model.ReplyDoubt;
import cn.hotline.routing.replycheck.model.ReplyDoubt.Kind;
import io.micrometer.core.instrument.Counter;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Answers are read beside the ticket, and beside each other. */
class ReplyReadingTest {

    private static final String FIRST = "XN261123-000001";
    private static final String SECOND = "XN261123-000002";
    private static final String CLEANED = "11月23日上午物业公司到三号楼清运了楼道垃圾，保洁员改为每天早晚各清扫一次，单元门口新放了两个垃圾桶。";

    private final Desks desks = new Desks();

    @BeforeEach
    void twoTicketsOfOneUnit() {
        taken(Tickets.plain(FIRST), People.CENTRE, People.CENTRE_CLERK);
        taken(
                Tickets.registered(SECOND, "业委会换届无人组织", "小区物业公司合同到期，业委会换届选举没有人组织，请街道指导。", "城中区南川西路", "HC-PROPERTY"),
                People.CENTRE,
                People.CENTRE_CLERK);
    }

    @Test
    void anAnswerOfItsOwnIsNotDoubted() {
        assertThat(kinds(People.CENTRE_CLERK, FIRST, CLEANED)).isEmpty();
    }

    @Test
    void theAnswerOfAnotherTicketIsACopyAtOnce() {
        reply(FIRST, answer(CLEANED, null));
        assertThat(check(People.CENTRE_CLERK, SECOND, CLEANED))
                .filteredOn(doubt -> doubt.kind() == Kind.COPIED)
                .singleElement()
                .satisfies(doubt -> assertThat(doubt.words()).containsExactly(FIRST));
    }

    @Test
    void anotherUnitIsNotToldWhichTicketThatWas() {
        reply(FIRST, answer(CLEANED, null));
        String elsewhere = "XN261123-000003";
        taken(
                Tickets.registered(elsewhere, "业委会换届无人组织", "小区业委会换届选举没有人组织。", "城北区", "HC-PROPERTY"),
                People.NORTH,
                People.NORTH_CLERK);
        assertThat(check(People.NORTH_CLERK, elsewhere, CLEANED))
                .filteredOn(doubt -> doubt.kind() == Kind.COPIED)
                .singleElement()
                .satisfies(doubt -> assertThat(doubt.told()).doesNotContain(FIRST));
    }

    @Test
    void anAnswerMayRepeatWhatTheSameTicketWasToldBefore() {
        reply(FIRST, answer(CLEANED, null));
        assertThat(kinds(People.CENTRE_CLERK, FIRST, CLEANED)).isEmpty();
    }

    @Test
    void aRecordedContactCounts() {
        Answer silent = new Answer(true, false, null, ReplyOutcome.SOLVED, CLEANED, CLEANED, List.of(), null);
        assertThat(checked(FIRST, silent)).extracting(ReplyDoubt::kind).contains(Kind.CONTACT_MISSING);
        desks.units
                .contact(
                        holding(People.CENTRE_CLERK, FIRST),
                        new Contact(Contact.Method.VISIT, desks.clock.instant(), "当面"))
                .block();
        assertThat(checked(FIRST, silent)).isEmpty();
    }

    @Test
    void whatIsSentInSpiteOfDoubtsIsCountedAndTold() {
        Answer phrases = answer("您好！您反映的问题已收悉。", "来电人已撤诉");
        reply(FIRST, phrases);
        assertThat(desks.dispatches.told())
                .filteredOn(TicketReplied.class::isInstance)
                .singleElement()
                .satisfies(told -> assertThat(((TicketReplied) told).doubts()).contains("TEMPLATE"));
        Counter counted = desks.meters
                .find("hotline.routing.replies.doubted")
                .tag("kind", "TEMPLATE")
                .counter();
        assertThat(counted).isNotNull().extracting(Counter::count).isEqualTo(1.0);
    }

    @Test
    void whatIsSentBackIsNotCounted() {
        var refusal = Assertions.catchThrowableOfType(Refused.class, () -> reply(FIRST, answer("您好！您反映的问题已收悉。", null)));
        assertThat(refusal.reason()).isEqualTo(DispatchRefusal.REPLY_DOUBTED);
        assertThat(desks.meters.find("hotline.routing.replies.doubted").counters())
                .isEmpty();
    }

    @Test
    void aReasonWithoutDoubtsIsNotKept() {
        reply(FIRST, answer(CLEANED, "以防万一"));
        assertThat(desks.dispatches
                        .find(desks.seenBy(People.CENTRE_CLERK), new TicketNumber(FIRST))
                        .block()
                        .state()
                        .handling()
                        .reply()
                        .overridden())
                .isNull();
    }

    private void taken(TicketRegistered told, Unit unit, Staff clerk) {
        desks.dispatching.open(told).block();
        var number = new TicketNumber(told.number());
        desks.dispatching
                .dispatch(
                        new Holding(desks.seenBy(People.DISPATCHER), number, null),
                        new DispatcherChoice(unit, List.of(), null, null, "派单"))
                .block();
        desks.units.acknowledge(holding(clerk, told.number())).block();
    }

    private void reply(String number, Answer answer) {
        desks.units.reply(holding(People.CENTRE_CLERK, number), answer).block();
    }

    private List<Kind> kinds(Staff clerk, String number, String words) {
        return check(clerk, number, words).stream().map(ReplyDoubt::kind).toList();
    }

    private List<ReplyDoubt> check(Staff clerk, String number, String words) {
        return desks.units.check(holding(clerk, number), answer(words, null)).block();
    }

    private List<ReplyDoubt> checked(String number, Answer answer) {
        return desks.units.check(holding(People.CENTRE_CLERK, number), answer).block();
    }

    private Holding holding(Staff clerk, String number) {
        return new Holding(desks.seenBy(clerk), new TicketNumber(number), null);
    }

    private Answer answer(String words, @Nullable String override) {
        return new Answer(true, true, desks.clock.instant(), ReplyOutcome.SOLVED, words, words, List.of(), override);
    }
}
