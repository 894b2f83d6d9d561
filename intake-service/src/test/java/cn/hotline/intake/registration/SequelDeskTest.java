package cn.hotline.intake.registration;

import static cn.hotline.intake.Story.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.hotline.chassis.Cause;
import cn.hotline.chassis.Refused;
import cn.hotline.intake.Story;
import cn.hotline.intake.callers.KnownCaller;
import cn.hotline.intake.callers.model.Identity;
import cn.hotline.intake.contract.IntakeEvent.TicketSupplemented;
import cn.hotline.intake.registration.model.Attached;
import cn.hotline.intake.registration.model.Caller.Wishes;
import cn.hotline.intake.registration.model.Decision;
import cn.hotline.intake.registration.model.Kind;
import cn.hotline.intake.registration.model.Matter;
import cn.hotline.intake.registration.model.Place;
import cn.hotline.intake.registration.model.RegistrationRefusal;
import cn.hotline.intake.registration.model.SequelRefusal;
import cn.hotline.intake.registration.model.Ticket;
import cn.hotline.intake.registration.model.TicketNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class SequelDeskTest {

    private static final String SAID = "王建国 138 0000 6627：今天又停了两辆，堵在 5 号楼 3 单元 501 室门口";

    private static final Attached PHOTO = new Attached("f-9", "现场.jpg", 1_000, "image/jpeg");

    private final InMemoryIntake intake = new InMemoryIntake();
    private final SequelDesk desk = intake.sequel;
    private final TicketNumber number = registered(Story.forwarded());
    private long sequence;

    @Test
    void whatIsAddedIsMaskedAndOpensWithTheCallersKey() {
        Ticket ticket = done(desk.supplement(number, SAID, List.of()));
        assertThat(ticket.toString() + intake.tickets.told())
                .contains("今天又停了两辆")
                .doesNotContain("王建国", "138 0000", "501 室");
        assertThat(ticket.supplementsInOwnWords(Story.SEAL)).containsExactly(SAID);
    }

    @Test
    void severalAdditionsOpenEachInItsOwnWords() {
        done(desk.supplement(number, SAID, List.of()));
        done(desk.supplement(number, "物业不接电话", List.of()));
        Ticket ticket = done(desk.supplement(number, "还是 138 0000 6627 联系", List.of()));
        assertThat(ticket.supplementsInOwnWords(Story.SEAL)).containsExactly(SAID, "物业不接电话", "还是 138 0000 6627 联系");
    }

    @Test
    void whatAUnitShowsIsListedUnderAMaskedNameAndOnce() {
        intake.files.put("f-9", new Attached("f-9", "王建国家门口已清理.jpg", 1_000, "image/jpeg"));
        told(desk.show(number, List.of("f-9"), "unit-630104"));
        Ticket ticket = told(desk.show(number, List.of("f-9"), "unit-630104"));
        assertThat(ticket.attachments()).extracting(Attached::name).containsExactly("王**家门口已清理.jpg");
        assertThat(ticket.lists("f-9")).isTrue();
        assertThat(ticket.edition()).isEqualTo(1);
    }

    @Test
    void whatAUnitShowsThatIsNotThereIsNotedAndTheRestListed() {
        intake.files.put("f-9", PHOTO);
        Ticket ticket = told(desk.show(number, List.of("gone", "f-9"), "unit-630104"));
        assertThat(ticket.attachments()).extracting(Attached::id).containsExactly("f-9");
        assertThat(intake.tickets.contradictions())
                .extracting(Refused::reason)
                .containsExactly(SequelRefusal.EVIDENCE_LEFT_OUT);
    }

    @Test
    void whatTheTicketHasMayBeNamedByAnybodyAgain() {
        intake.files.put("f-9", PHOTO);
        told(desk.show(number, List.of("f-9"), "unit-630104001"));
        intake.files.clear();
        Ticket ticket = told(desk.show(number, List.of("f-9"), "unit-630104"));
        assertThat(ticket.attachments()).extracting(Attached::id).containsExactly("f-9");
        assertThat(intake.tickets.contradictions()).isEmpty();
    }

    @Test
    void whatAUnitShowsOfAForgottenCallersTicketIsNoted() {
        intake.files.put("f-9", PHOTO);
        done(intake.callers.forget("c-1"));
        assertThat(told(desk.show(number, List.of("f-9"), "unit-630104")).attachments())
                .isEmpty();
        assertThat(intake.tickets.contradictions()).hasSize(1);
    }

    @Test
    void whatAUnitShowsWhileAnotherKeySealsTheTicketFirstIsGivenToThatKey() {
        TicketNumber unnumbered = registered(unnumbered("路灯不亮"));
        List<String> keepers = new ArrayList<>();
        Uploads overtaken = (ids, ticket, keeper) -> {
            keepers.add(keeper.token());
            return keepers.size() > 1
                    ? Mono.just(List.of(PHOTO))
                    : desk.supplement(ticket, "住在5号楼3单元501室", List.of()).thenReturn(List.of(PHOTO));
        };
        SequelDesk slower = new SequelDesk(intake.tickets, intake.callers, overtaken, Story.CLOCK);

        Ticket ticket = told(slower.show(unnumbered, List.of("f-9"), "unit-630104"));

        assertThat(ticket.attachments()).extracting(Attached::id).containsExactly("f-9");
        assertThat(keepers)
                .hasSize(2)
                .last()
                .isEqualTo(Objects.requireNonNull(ticket.sealed()).caller());
        assertThat(intake.tickets.contradictions()).isEmpty();
    }

    @Test
    void whoPressesOrWithdrawsIsMaskedToo() {
        done(desk.urge(number, "王建国问何时清理"));
        Ticket withdrawn = done(desk.withdraw(number, "王建国说车已挪走，不用打 13800006627"));
        assertThat(withdrawn.toString() + intake.tickets.told()).doesNotContain("王建国", "13800006627");
        assertThat(Objects.requireNonNull(withdrawn.sealed()).find("urge/1")).isPresent();
        assertThat(withdrawn.sealed().find("withdrawal")).isPresent();
    }

    @Test
    void theSameCommandAgainAddsNothing() {
        done(commanded(desk.supplement(number, "又停了两辆", List.of())));
        Ticket again = done(commanded(desk.supplement(number, "又停了两辆", List.of())));
        assertThat(again.sequel().supplements()).hasSize(1);
        assertThat(intake.tickets.told())
                .filteredOn(TicketSupplemented.class::isInstance)
                .hasSize(1);
    }

    @Test
    void filesComeWithWhatIsAddedOnceEach() {
        intake.files.put("f-1", new Attached("f-1", "王建国家门口.jpg", 3, "image/jpeg"));
        done(desk.supplement(number, "附照片", List.of("f-1")));
        Ticket ticket = done(desk.supplement(number, "再附一次", List.of("f-1")));
        assertThat(ticket.attachments()).extracting(Attached::name).containsExactly("王**家门口.jpg");
    }

    @Test
    void whatSomebodyWithoutNumberAddsIsSealedWithAKeyOfItsOwn() {
        TicketNumber unnumbered = registered(unnumbered("路灯不亮"));
        Ticket ticket = done(desk.supplement(unnumbered, "住在5号楼3单元501室", List.of()));
        assertThat(ticket.sequel().supplements().get(0).content()).isEqualTo("住在5号楼***");
        KnownCaller keeper =
                done(intake.callers.of(Objects.requireNonNull(ticket.sealed()).caller()));
        assertThat(ticket.supplementsInOwnWords(keeper.seal())).containsExactly("住在5号楼3单元501室");
    }

    @Test
    void whatAForgottenCallerAddsIsMaskedAndNothingSealed() {
        done(intake.callers.forget("c-1"));
        Ticket ticket = done(desk.supplement(number, "打 13800006627", List.of()));
        assertThat(ticket.sequel().supplements().get(0).content()).isEqualTo("打 138****6627");
        assertThat(Objects.requireNonNull(ticket.sealed()).find("supplement/1")).isEmpty();
        assertThat(refusal(desk.supplement(number, "附照片", List.of("f-1"))).reason())
                .isEqualTo(SequelRefusal.FORGOTTEN);
    }

    @Test
    void anUnknownTicketIsAbsent() {
        assertThat(refusal(desk.urge(new TicketNumber("XN240618-999999"), null)).reason())
                .isEqualTo(RegistrationRefusal.UNKNOWN_TICKET);
    }

    private TicketNumber registered(NewTicket asked) {
        return done(intake.registration.register(asked)).stored().state().number();
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

    private static Mono<Ticket> commanded(Mono<Ticket> asked) {
        return asked.contextWrite(
                Cause.command("630100", "operator", "key-1", null).context());
    }

    private Ticket told(Mono<Ticket> reaction) {
        return done(reaction.contextWrite(
                Cause.event("630100", "/routing/dispatch", ++sequence, null).context()));
    }

    private static Refused refusal(Mono<?> asked) {
        return catchThrowableOfType(Refused.class, () -> done(asked));
    }
}
