package cn.hotline.intake.merging;

import static cn.hotline.intake.Story.NOW;
import static cn.hotline.intake.Story.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.hotline.chassis.Cause;
import cn.hotline.chassis.Refused;
import cn.hotline.intake.Story;
import cn.hotline.intake.contract.IntakeEvent;
import cn.hotline.intake.contract.IntakeEvent.MergeUndone;
import cn.hotline.intake.contract.IntakeEvent.TicketMerged;
import cn.hotline.intake.contract.IntakeEvent.TicketSupplemented;
import cn.hotline.intake.merging.model.Merge;
import cn.hotline.intake.merging.model.MergeRefusal;
import cn.hotline.intake.merging.model.MergeStatus;
import cn.hotline.intake.registration.InMemoryIntake;
import cn.hotline.intake.registration.model.RegistrationRefusal;
import cn.hotline.intake.registration.model.SequelRefusal;
import cn.hotline.intake.registration.model.Ticket;
import cn.hotline.intake.registration.model.TicketNumber;
import cn.hotline.intake.registration.model.TicketStatus;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class MergeDeskTest {

    private final InMemoryIntake intake = new InMemoryIntake();
    private final MergeDesk desk = intake.merging;
    private final TicketNumber master = registered();
    private final TicketNumber one = registered();
    private final TicketNumber other = registered();

    @Test
    void eachTicketTellsForItselfThatItFollows() {
        Merge merge = done(desk.merge(master, List.of(one, other), "同一小区"));
        assertThat(merge.status()).isEqualTo(MergeStatus.MERGED);
        assertThat(told(TicketMerged.class))
                .containsExactly(
                        new TicketMerged(one.value(), master.value(), merge.id(), "同一小区", "operator", NOW),
                        new TicketMerged(other.value(), master.value(), merge.id(), "同一小区", "operator", NOW));
        assertThat(ticket(master).status()).isEqualTo(TicketStatus.FORWARDED);
        assertThat(ticket(master).sequel().leads()).containsExactly(merge.id());
    }

    /** lessons.md 8: merge, a merged caller adds something, undo: nothing is lost. */
    @Test
    void whatAMergedCallerAddsIsStillThereAfterUndoing() {
        Merge merge = done(desk.merge(master, List.of(one), "同一小区"));
        done(intake.sequel.supplement(one, "合并之后又停了两辆", List.of()));
        done(intake.sequel.urge(one, "何时清理"));
        Merge undone = done(desk.undo(merge.id()));

        assertThat(undone.status()).isEqualTo(MergeStatus.UNDONE);
        assertThat(ticket(one).status()).isEqualTo(TicketStatus.FORWARDED);
        assertThat(ticket(one).sequel().supplements()).singleElement().satisfies(added -> assertThat(added.content())
                .isEqualTo("合并之后又停了两辆"));
        assertThat(ticket(one).sequel().urges()).hasSize(1);
        assertThat(told(TicketSupplemented.class)).singleElement().satisfies(added -> {
            assertThat(added.number()).isEqualTo(one.value());
            assertThat(added.master()).isEqualTo(master.value());
        });
        assertThat(told(MergeUndone.class)).hasSize(1);
        assertThat(ticket(master).sequel().leads()).isEmpty();
    }

    @Test
    void afterUndoingItCanBeMergedTheOtherWayRound() {
        done(desk.undo(done(desk.merge(master, List.of(one), "弄反了")).id()));
        done(desk.merge(one, List.of(master), "这样才对"));
        assertThat(ticket(master).handledAs()).isEqualTo(one);
    }

    @Test
    void whatCannotBeMergedIsRefusedBeforeAnythingIs() {
        done(intake.registration.close(other));
        assertThat(refusal(desk.merge(master, List.of(one, other), "同一小区")).reason())
                .isEqualTo(SequelRefusal.TICKET_CLOSED);
        assertThat(refusal(desk.merge(other, List.of(one), "同一小区")).reason()).isEqualTo(SequelRefusal.TICKET_CLOSED);
        assertThat(refusal(desk.merge(master, List.of(new TicketNumber("XN240618-999999")), "同一小区"))
                        .reason())
                .isEqualTo(RegistrationRefusal.UNKNOWN_TICKET);
        assertThat(told(TicketMerged.class)).isEmpty();
        assertThat(ticket(master).sequel().leads()).isEmpty();
    }

    @Test
    void theSameCommandAgainFindsTheMergeItMade() {
        Merge first = done(commanded(desk.merge(master, List.of(one), "同一小区")));
        assertThat(done(commanded(desk.merge(master, List.of(one), "同一小区")))).isEqualTo(first);
        assertThat(told(TicketMerged.class)).hasSize(1);
    }

    @Test
    void aMergeLeftUnfinishedIsCarriedOn() {
        Merge begun = Merge.begun("m-1", master, List.of(one, other), "同一小区", "operator", NOW.minusSeconds(90));
        done(intake.merges.open(begun));
        done(intake.tickets.change(master, leader -> leader.lead("m-1")));
        done(intake.tickets.change(one, ticket -> ticket.follow(master, "m-1", "同一小区", "operator", begun.at())));

        assertThat(done(desk.sweep())).isEqualTo(1);
        assertThat(done(intake.merges.find("m-1")).status()).isEqualTo(MergeStatus.MERGED);
        assertThat(told(TicketMerged.class))
                .extracting(TicketMerged::number)
                .containsExactly(one.value(), other.value());
        assertThat(done(desk.sweep())).isZero();
    }

    @Test
    void undoingLeftUnfinishedIsCarriedOn() {
        Merge merge = done(desk.merge(master, List.of(one, other), "同一小区"));
        done(intake.merges.change(merge.id(), merged -> merged.undo("operator", NOW, Duration.ofDays(15))));
        done(intake.tickets.change(one, ticket -> ticket.standAlone(merge.id(), "operator", NOW)));

        assertThat(done(desk.undo(merge.id())).status()).isEqualTo(MergeStatus.UNDONE);
        assertThat(told(MergeUndone.class)).extracting(MergeUndone::number).containsExactly(one.value(), other.value());
    }

    @Test
    void aMergeWhoseMasterIsOverMeanwhileFails() {
        done(intake.merges.open(Merge.begun("m-1", master, List.of(one), "同一小区", "operator", NOW.minusSeconds(90))));
        done(intake.registration.close(master));
        assertThat(done(desk.sweep())).isEqualTo(1);
        assertThat(done(intake.merges.find("m-1")).status()).isEqualTo(MergeStatus.FAILED);
        assertThat(ticket(one).status()).isEqualTo(TicketStatus.FORWARDED);
        assertThat(refusal(desk.undo("m-1")).reason()).isEqualTo(MergeRefusal.NOT_MERGED);
    }

    @Test
    void whoIsServedAlreadyStaysServedWhenAMergeIsUndone() {
        Merge merge = done(desk.merge(master, List.of(one, other), "同一小区"));
        done(intake.registration.close(one));
        done(desk.undo(merge.id()));
        assertThat(ticket(one).status()).isEqualTo(TicketStatus.CLOSED);
        assertThat(ticket(other).status()).isEqualTo(TicketStatus.FORWARDED);
    }

    @Test
    void undoingTwiceIsOnceAndTooLateIsRefused() {
        Merge merge = done(desk.merge(master, List.of(one), "同一小区"));
        Merge undone = done(desk.undo(merge.id()));
        assertThat(done(desk.undo(merge.id()))).isEqualTo(undone);
        Merge old = done(intake.merges.open(
                Merge.begun("m-old", master, List.of(other), "同一小区", "operator", NOW.minusSeconds(16 * 86_400))));
        done(intake.merges.change(old.id(), begun -> begun.merged(List.of(other))));
        assertThat(refusal(desk.undo("m-old")).reason()).isEqualTo(MergeRefusal.TOO_LATE);
        assertThat(refusal(desk.undo("m-none")).reason()).isEqualTo(MergeRefusal.UNKNOWN_MERGE);
    }

    @Test
    void theReasonNamesNobody() {
        Merge merge = done(desk.merge(master, List.of(one), "王建国 13800006627 反映的同一件事"));
        assertThat(merge.reason()).isEqualTo("王** 138****6627 反映的同一件事");
        assertThat(intake.tickets.told().toString()).doesNotContain("王建国", "13800006627");
    }

    private TicketNumber registered() {
        return done(intake.registration.register(Story.forwarded()))
                .stored()
                .state()
                .number();
    }

    private Ticket ticket(TicketNumber number) {
        return done(intake.registration.find(number));
    }

    private <E extends IntakeEvent> List<E> told(Class<E> type) {
        return intake.tickets.told().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private static Mono<Merge> commanded(Mono<Merge> asked) {
        return asked.contextWrite(
                Cause.command("630100", "operator", "key-1", null).context());
    }

    private static Refused refusal(Mono<?> asked) {
        return catchThrowableOfType(Refused.class, () -> done(asked));
    }
}
