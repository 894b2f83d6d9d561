package cn.hotline.intake.relay;

import static cn.hotline.intake.Story.CLOCK;
import static cn.hotline.intake.Story.NOW;
import static cn.hotline.intake.Story.PHONE;
import static cn.hotline.intake.Story.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.hotline.access.Person;
import cn.hotline.access.Position;
import cn.hotline.access.audit.Act;
import cn.hotline.access.testing.SignedIn;
import cn.hotline.chassis.Refusal;
import cn.hotline.chassis.Refused;
import cn.hotline.intake.Story;
import cn.hotline.intake.callers.model.Identity;
import cn.hotline.intake.callers.model.PhoneNumber;
import cn.hotline.intake.progress.ProgressDesk;
import cn.hotline.intake.progress.model.Progress.Step;
import cn.hotline.intake.progress.model.Stage;
import cn.hotline.intake.registration.InMemoryIntake;
import cn.hotline.intake.registration.NewTicket;
import cn.hotline.intake.registration.model.Caller.Wishes;
import cn.hotline.intake.registration.model.Decision;
import cn.hotline.intake.registration.model.RegistrationRefusal;
import cn.hotline.intake.registration.model.TicketNumber;
import cn.hotline.intake.relay.model.Relay;
import cn.hotline.intake.relay.model.RelayCall;
import cn.hotline.intake.relay.model.RelayRefusal;
import cn.hotline.intake.reveal.RecordedAudit;
import cn.hotline.intake.reveal.TicketFiles;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class RelayDeskTest {

    private static final Person UNIT = SignedIn.unit("630104");
    private static final Person HELPER = SignedIn.unit("630100-UM");

    private final InMemoryIntake intake = new InMemoryIntake();
    private final RecordedAudit audit = new RecordedAudit();
    private final Exchange exchange = new Exchange();
    private final InMemoryRelays relays = new InMemoryRelays();
    private final RelayDesk desk = new RelayDesk(
            new TicketFiles(intake.tickets, intake.calls, intake.progresses),
            intake.callers,
            exchange,
            relays,
            Duration.ofHours(24),
            audit,
            CLOCK);

    @Test
    void aUnitReachesTheCallerWithoutLearningTheNumber() {
        TicketNumber number = dispatched(Story.forwarded());
        Relay relay = by(UNIT, desk.bind(number));
        assertThat(relay.number()).isNotEqualTo(PHONE);
        assertThat(relay.until()).isEqualTo(NOW.plus(Duration.ofHours(24)));
        assertThat(exchange.reached).containsExactly(PHONE);
        assertThat(audit.acts).containsExactly(new Act("BIND_RELAY", number.value(), null));
    }

    @Test
    void askingAgainGivesTheSameNumberAndAnotherUnitGetsItsOwn() {
        TicketNumber number = dispatched(Story.forwarded());
        Relay first = by(UNIT, desk.bind(number));
        assertThat(by(UNIT, desk.bind(number))).isEqualTo(first);
        assertThat(by(HELPER, desk.bind(number)).binding()).isNotEqualTo(first.binding());
        assertThat(exchange.reached).hasSize(2);
    }

    @Test
    void aNumberThatIsOverIsGivenAnew() {
        TicketNumber number = dispatched(Story.forwarded());
        relays.all.add(new Relay(number.value(), "630104", "x-0", new PhoneNumber("09719500000"), NOW, "unit-630104"));
        assertThat(by(UNIT, desk.bind(number)).binding()).isEqualTo("x-1");
    }

    @Test
    void whatWasCalledThroughItIsTheProof() {
        TicketNumber number = dispatched(Story.forwarded());
        by(UNIT, desk.bind(number));
        by(HELPER, desk.bind(number));
        assertThat(by(UNIT, desk.used(number))).singleElement().satisfies(used -> assertThat(used.calls())
                .containsExactly(new RelayCall(NOW, 63)));
    }

    @Test
    void anothersTicketDoesNotExist() {
        TicketNumber number = dispatched(Story.forwarded());
        Person other = SignedIn.unit("630105");
        assertThat(refusal(other, desk.bind(number))).isEqualTo(RegistrationRefusal.UNKNOWN_TICKET);
        assertThat(refusal(other, desk.used(number))).isEqualTo(RegistrationRefusal.UNKNOWN_TICKET);
        assertThat(refusal(UNIT, desk.bind(new TicketNumber("XN240618-999999"))))
                .isEqualTo(RegistrationRefusal.UNKNOWN_TICKET);
        assertThat(audit.acts).isEmpty();
    }

    @Test
    void ofAConfidentialTicketHeadsAndDeputiesAndWhomTheyNamedReachTheCaller() {
        TicketNumber number = dispatched(new NewTicket(
                Story.byPhone(null),
                Story.WANG,
                new Wishes(false, true, true),
                Story.matter(),
                Decision.forward(),
                List.of()));
        for (Mono<?> asked : List.of(desk.bind(number), desk.used(number), desk.held(number))) {
            assertThat(refusal(UNIT, asked)).isEqualTo(RegistrationRefusal.UNKNOWN_TICKET);
        }
        for (Position leading : List.of(Position.HEAD, Position.DEPUTY)) {
            assertThat(by(SignedIn.unit("630104", leading), desk.held(number)).number())
                    .isEqualTo(number);
        }

        done(new ProgressDesk(intake.progresses).named(number.value(), "630104", UNIT.account()));

        assertThat(by(UNIT, desk.bind(number)).unit()).isEqualTo("630104");
        assertThat(refusal(HELPER, desk.held(number))).isEqualTo(RegistrationRefusal.UNKNOWN_TICKET);
        done(intake.progresses.note(
                number.value(), new Step(NOW.plusSeconds(1), Stage.DISPATCHED, "城北区政府", List.of("630105"), NOW)));
        assertThat(refusal(UNIT, desk.held(number)))
                .as("its unit has it no more")
                .isEqualTo(RegistrationRefusal.UNKNOWN_TICKET);
    }

    @Test
    void anExchangeThatFailsIsSaidWithWhatToDo() {
        TicketNumber number = dispatched(Story.forwarded());
        exchange.fails = true;
        assertThat(refusal(UNIT, desk.bind(number))).isEqualTo(RelayRefusal.RELAY_UNAVAILABLE);
        assertThat(RelayRefusal.RELAY_UNAVAILABLE.sentence()).contains("说明理由后查看");
    }

    @Test
    void whoLeftNoNumberCannotBeReached() {
        TicketNumber number = dispatched(new NewTicket(
                Story.byPhone(null),
                new Identity("王建国", null, null),
                Story.WISHES,
                Story.matter(),
                Decision.forward(),
                List.of()));
        assertThat(refusal(UNIT, desk.bind(number))).isEqualTo(RelayRefusal.NO_NUMBER);
    }

    private TicketNumber dispatched(NewTicket ticket) {
        TicketNumber number =
                done(intake.registration.register(ticket)).stored().state().number();
        done(intake.progresses.note(
                number.value(), new Step(NOW, Stage.DISPATCHED, "城西区政府", List.of("630104", "630100-UM"), NOW)));
        return number;
    }

    private static <T> T by(Person person, Mono<T> asked) {
        return done(asked.contextWrite(person.context()));
    }

    private static Refusal refusal(Person person, Mono<?> asked) {
        return catchThrowableOfType(Refused.class, () -> by(person, asked)).reason();
    }

    private static final class Exchange implements RelayNumbers {

        private final List<PhoneNumber> reached = new ArrayList<>();
        private boolean fails;

        @Override
        public Mono<Lent> bind(PhoneNumber caller, Instant until) {
            if (fails) {
                return Mono.error(new IllegalStateException("no line"));
            }
            return Mono.fromSupplier(() -> {
                reached.add(caller);
                return new Lent("x-" + reached.size(), new PhoneNumber("0971950000" + reached.size()), until);
            });
        }

        @Override
        public Mono<List<RelayCall>> calls(String binding) {
            return Mono.just(List.of(new RelayCall(NOW, 63)));
        }
    }

    private static final class InMemoryRelays implements Relays {

        private final List<Relay> all = new ArrayList<>();

        @Override
        public Flux<Relay> of(String ticket) {
            return Flux.defer(() -> Flux.fromIterable(List.copyOf(all)))
                    .filter(relay -> relay.ticket().equals(ticket))
                    .sort((a, b) -> b.until().compareTo(a.until()));
        }

        @Override
        public Mono<Relay> save(Relay relay) {
            return Mono.fromSupplier(() -> {
                all.add(relay);
                return relay;
            });
        }
    }
}
