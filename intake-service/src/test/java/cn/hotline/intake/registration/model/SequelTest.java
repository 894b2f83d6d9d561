package cn.hotline.intake.registration.model;

import static cn.hotline.intake.Story.NOW;
import static cn.hotline.intake.Story.NUMBER;
import static cn.hotline.intake.registration.model.SequelRefusal.CONFIDENTIAL;
import static cn.hotline.intake.registration.model.SequelRefusal.FOLLOWS_ALREADY;
import static cn.hotline.intake.registration.model.SequelRefusal.LEADS_OTHERS;
import static cn.hotline.intake.registration.model.SequelRefusal.LEADS_TOO_MANY;
import static cn.hotline.intake.registration.model.SequelRefusal.NOT_HANDLED;
import static cn.hotline.intake.registration.model.SequelRefusal.SUPPLEMENTED_ENOUGH;
import static cn.hotline.intake.registration.model.SequelRefusal.TICKET_CLOSED;
import static cn.hotline.intake.registration.model.SequelRefusal.TICKET_WITHDRAWN;
import static cn.hotline.intake.registration.model.SequelRefusal.URGED_ENOUGH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.hotline.chassis.Change;
import cn.hotline.chassis.Refusal;
import cn.hotline.chassis.Refused;
import cn.hotline.intake.Story;
import cn.hotline.intake.contract.IntakeEvent;
import cn.hotline.intake.contract.IntakeEvent.MergeUndone;
import cn.hotline.intake.contract.IntakeEvent.TicketMerged;
import cn.hotline.intake.contract.IntakeEvent.TicketSupplemented;
import cn.hotline.intake.contract.IntakeEvent.TicketUrged;
import cn.hotline.intake.contract.IntakeEvent.TicketWithdrawn;
import cn.hotline.intake.registration.model.Caller.Wishes;
import java.util.List;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SequelTest {

    private static final TicketNumber MASTER = new TicketNumber("XN240617-000987");
    private static final Attached PHOTO = new Attached("f-1", "现场.jpg", 12, "image/jpeg");

    private final Ticket ticket = Story.ticket();

    @Test
    void whatACallerAddsIsKeptAndTold() {
        Change<Ticket, IntakeEvent> once = supplement(ticket, "又停了两辆", PHOTO);
        Change<Ticket, IntakeEvent> twice = supplement(once.state(), "物业不接电话");
        assertThat(once.events())
                .containsExactly(
                        new TicketSupplemented(NUMBER.value(), "又停了两辆", List.of("f-1"), 1, null, "operator", NOW));
        assertThat(twice.events())
                .containsExactly(new TicketSupplemented(NUMBER.value(), "物业不接电话", null, 2, null, "operator", NOW));
        assertThat(twice.state().sequel().supplements())
                .extracting(Sequel.Supplement::content)
                .containsExactly("又停了两辆", "物业不接电话");
        assertThat(twice.state().attachments()).containsExactly(PHOTO);
    }

    @Test
    void howOftenACallerPressesIsCounted() {
        Ticket once = ticket.urge("何时清理", ticket.sealed(), "operator", NOW).state();
        assertThat(once.urge(null, once.sealed(), "operator", NOW).events())
                .containsExactly(new TicketUrged(NUMBER.value(), null, 2, null, "operator", NOW));
    }

    @Test
    void aWithdrawnTicketIsOverAndSaysNothingOfSatisfaction() {
        Change<Ticket, IntakeEvent> withdrawn = withdraw(ticket);
        assertThat(withdrawn.state().status()).isEqualTo(TicketStatus.WITHDRAWN);
        assertThat(withdrawn.events()).containsExactly(new TicketWithdrawn(NUMBER.value(), "车已挪走", "operator", NOW));
    }

    @Test
    void nothingComesToATicketThatIsOver() {
        Ticket closed = ticket.close().state();
        Ticket withdrawn = withdraw(ticket).state();
        refused(TICKET_CLOSED, () -> supplement(closed, "还有"), () -> withdraw(closed), () -> follow(closed));
        refused(TICKET_CLOSED, () -> closed.urge(null, null, "operator", NOW), () -> closed.lead("m-1"));
        refused(TICKET_WITHDRAWN, () -> supplement(withdrawn, "还有"), () -> withdraw(withdrawn));
        refused(TICKET_WITHDRAWN, () -> withdrawn.correct(1, Story.matter(), "更正", null, NOW));
    }

    @ParameterizedTest
    @EnumSource(value = Disposition.class, mode = EnumSource.Mode.EXCLUDE, names = "FORWARD")
    void nothingComesToATicketThatNobodyHandles(Disposition disposition) {
        Ticket settled =
                Story.registered(new Decision(disposition, "已告知", null, "不在范围")).state();
        refused(NOT_HANDLED, () -> supplement(settled, "还有"), () -> withdraw(settled), () -> follow(settled));
    }

    @Test
    void aTicketDoesNotGrowWithoutEnd() {
        Ticket full = ticket;
        for (int i = 0; i < 20; i++) {
            full = supplement(full, "又").state();
        }
        for (int i = 0; i < 99; i++) {
            full = full.urge(null, full.sealed(), "operator", NOW).state();
        }
        for (int i = 0; i < 500; i++) {
            full = full.lead("m-" + i).state();
        }
        Ticket longest = full;
        refused(SUPPLEMENTED_ENOUGH, () -> supplement(longest, "又"));
        refused(URGED_ENOUGH, () -> longest.urge(null, longest.sealed(), "operator", NOW));
        refused(LEADS_TOO_MANY, () -> longest.lead("m-500"));
    }

    @Test
    void aMergedTicketIsHandledAsItsMaster() {
        Change<Ticket, IntakeEvent> merged = follow(ticket);
        assertThat(merged.state().status()).isEqualTo(TicketStatus.MERGED);
        assertThat(merged.state().handledAs()).isEqualTo(MASTER);
        assertThat(merged.events())
                .containsExactly(new TicketMerged(NUMBER.value(), MASTER.value(), "m-1", "同一件事", "operator", NOW));
    }

    @Test
    void whatComesToAMergedTicketNamesTheMaster() {
        Ticket merged = follow(ticket).state();
        assertThat(supplement(merged, "又").events()).singleElement().satisfies(told -> assertThat(
                        ((TicketSupplemented) told).master())
                .isEqualTo(MASTER.value()));
        assertThat(merged.urge(null, merged.sealed(), "operator", NOW).events())
                .singleElement()
                .satisfies(told -> assertThat(((TicketUrged) told).master()).isEqualTo(MASTER.value()));
    }

    /** What comes to a ticket while it follows stays with it when it stands alone again. */
    @Test
    void undoingAMergeLosesNothing() {
        Ticket added = supplement(follow(ticket).state(), "合并后补充的话", PHOTO).state();
        Ticket urged = added.urge("再催", added.sealed(), "operator", NOW).state();
        Change<Ticket, IntakeEvent> alone = urged.standAlone("m-1", "operator", NOW);
        assertThat(alone.events())
                .containsExactly(new MergeUndone(NUMBER.value(), MASTER.value(), "m-1", "operator", NOW));
        assertThat(alone.state().status()).isEqualTo(TicketStatus.FORWARDED);
        assertThat(alone.state().handledAs()).isEqualTo(NUMBER);
        assertThat(alone.state().sequel().supplements())
                .extracting(Sequel.Supplement::content)
                .containsExactly("合并后补充的话");
        assertThat(alone.state().sequel().urges()).hasSize(1);
        assertThat(alone.state().attachments()).containsExactly(PHOTO);
    }

    @Test
    void mergingAndUndoingTwiceIsOnce() {
        Ticket merged = follow(ticket).state();
        assertThat(follow(merged)).isEqualTo(Change.of(merged));
        Ticket alone = merged.standAlone("m-1", "operator", NOW).state();
        assertThat(alone.standAlone("m-1", "operator", NOW)).isEqualTo(Change.of(alone));
        assertThat(follow(alone))
                .as("who finds an undone merge unfinished does not begin it anew")
                .isEqualTo(Change.of(alone));
    }

    @Test
    void noChainsOfMergesArise() {
        Ticket follower = follow(ticket).state();
        Ticket leader = ticket.lead("m-2").state();
        refused(
                FOLLOWS_ALREADY,
                () -> follower.lead("m-2"),
                () -> follower.follow(MASTER, "m-2", "再并", "operator", NOW));
        refused(LEADS_OTHERS, () -> follow(leader), () -> withdraw(leader));
        assertThat(follow(leader.release("m-2").state()).state().status()).isEqualTo(TicketStatus.MERGED);
    }

    @Test
    void aMergedTicketIsClosedForItsOwnCaller() {
        Ticket closed = follow(ticket).state().close().state();
        assertThat(closed.status()).isEqualTo(TicketStatus.CLOSED);
        refused(TICKET_CLOSED, () -> closed.standAlone("m-1", "operator", NOW));
    }

    @Test
    void aMergedCallerWhoWasNotServedIsHandledByThemselves() {
        Change<Ticket, IntakeEvent> reopened = follow(ticket).state().reopen(NOW);
        assertThat(reopened.state().status()).isEqualTo(TicketStatus.FORWARDED);
        assertThat(reopened.events())
                .containsExactly(new MergeUndone(NUMBER.value(), MASTER.value(), "m-1", "AUTO", NOW));
        assertThat(ticket.reopen(NOW)).isEqualTo(Change.of(ticket));
    }

    @Test
    void aConfidentialTicketIsNeverMerged() {
        Registration registration = Story.registration(Decision.forward());
        Registration confidential = new Registration(
                registration.arrival(),
                Caller.of(Story.WANG, new Wishes(false, true, true), "c-1"),
                registration.decision(),
                List.of(),
                "operator",
                NOW);
        Ticket secret = Ticket.register(NUMBER, confidential, ticket.matter(), ticket.sealed())
                .state();
        refused(CONFIDENTIAL, () -> follow(secret), () -> secret.lead("m-1"));
    }

    private static Change<Ticket, IntakeEvent> supplement(Ticket ticket, String content, Attached... files) {
        return ticket.supplement(content, List.of(files), ticket.sealed(), "operator", NOW);
    }

    private static Change<Ticket, IntakeEvent> withdraw(Ticket ticket) {
        return ticket.withdraw("车已挪走", ticket.sealed(), "operator", NOW);
    }

    private static Change<Ticket, IntakeEvent> follow(Ticket ticket) {
        return ticket.follow(MASTER, "m-1", "同一件事", "operator", NOW);
    }

    @SafeVarargs
    private static void refused(Refusal reason, Supplier<Change<Ticket, IntakeEvent>>... decisions) {
        for (Supplier<Change<Ticket, IntakeEvent>> decision : decisions) {
            ThrowingCallable call = decision::get;
            assertThat(catchThrowableOfType(Refused.class, call).reason()).isEqualTo(reason);
        }
    }
}
