package cn.hotline.intake.reveal;

import cn.hotline.access.Person;
import cn.hotline.access.Role;
import cn.hotline.access.audit.Act;
import cn.hotline.access.audit.AuditLog;
import cn.hotline.chassis.ChassisWiring;
import cn.hotline.chassis.Refused;
import cn.hotline.intake.callers.Callers;
import cn.hotline.intake.callers.KnownCaller;
import cn.hotline.intake.callers.model.Identity;
import cn.hotline.intake.registration.model.Decision;
import cn.hotline.intake.registration.model.Matter;
import cn.hotline.intake.registration.model.Sequel.Supplement;
import cn.hotline.intake.registration.model.Ticket;
import cn.hotline.intake.registration.model.TicketNumber;
import cn.hotline.intake.reveal.TicketFiles.TicketFile;
import cn.hotline.intake.reveal.model.BreakGlass;
import cn.hotline.intake.reveal.model.Grounds;
import cn.hotline.intake.reveal.model.RevealPolicy;
import cn.hotline.intake.reveal.model.RevealPolicy.Asked;
import cn.hotline.intake.reveal.model.RevealRefusal;
import cn.hotline.intake.reveal.model.Shown;
import cn.hotline.intake.reveal.model.Viewer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** 查看来电人: opens what is sealed to who has grounds. Nothing is shown that was not written down before. */
public final class RevealDesk {

    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ChassisWiring.ZONE);

    private final TicketFiles files;
    private final Callers callers;
    private final BreakGlasses glasses;
    private final BooleanSupplier relayIsDown;
    private final Terms terms;
    private final AuditLog audit;
    private final ReadingAlarm alarm;
    private final Clock clock;

    /** @param relayIsDown whether callers cannot be reached through a relay number just now */
    public RevealDesk(
            TicketFiles files,
            Callers callers,
            BreakGlasses glasses,
            BooleanSupplier relayIsDown,
            Terms terms,
            AuditLog audit,
            ReadingAlarm alarm,
            Clock clock) {
        this.files = files;
        this.callers = callers;
        this.glasses = glasses;
        this.relayIsDown = relayIsDown;
        this.terms = terms;
        this.audit = audit;
        this.alarm = alarm;
        this.clock = clock;
    }

    /**
     * 查看, for the signed-in person.
     *
     * @param why null where none is asked
     */
    public Mono<Shown> reveal(TicketNumber number, @Nullable String why) {
        return Person.current().flatMap(person -> Mono.zip(files.find(number), glasses.find(number.value()))
                .flatMap(it -> reveal(person, asked(person, it.getT1(), it.getT2(), why))));
    }

    /** What 查看 is good for to a unit that holds the ticket. */
    public Offer offer(Ticket ticket) {
        boolean down = relayIsDown.getAsBoolean();
        RevealPolicy policy = terms.policy();
        return new Offer(policy.showsUnits(ticket, down), down, policy.showsDoors(ticket), policy.showsPlates(ticket));
    }

    private Asked asked(Person person, TicketFile file, BreakGlass glass, @Nullable String why) {
        Instant now = clock.instant();
        return new Asked(
                viewer(person),
                file.ticket(),
                file.isHeldBy(person),
                file.progress(),
                file.call().orElse(null),
                glass.isOpenTo(person.account(), now, terms.glass()),
                relayIsDown.getAsBoolean(),
                why,
                now);
    }

    private Mono<Shown> reveal(Person person, Asked asked) {
        Grounds grounds = terms.policy().decide(asked);
        return keeper(asked.ticket()).flatMap(keeper -> {
            Shown shown = shown(person, asked, grounds, keeper);
            return audit.record(act(asked, grounds, keeper))
                    .then(alarm.count(person))
                    .thenReturn(shown);
        });
    }

    private Shown shown(Person person, Asked asked, Grounds grounds, Optional<KnownCaller> keeper) {
        Ticket ticket = asked.ticket();
        String mark = person.name() + " " + person.account() + " " + SECONDS.format(asked.at());
        Opened opened = Opened.of(ticket, keeper);
        return grounds.showCaller()
                ? Shown.whole(
                        ticket,
                        grounds,
                        opened.caller(),
                        opened.matter(),
                        opened.decision(),
                        opened.supplements(),
                        until(asked),
                        mark)
                : Shown.forHandling(
                        ticket,
                        opened.matter(),
                        opened.decision(),
                        opened.supplements(),
                        text -> opened.caller()
                                .maskFor(
                                        text,
                                        terms.policy().showsDoors(ticket),
                                        terms.policy().showsPlates(ticket)),
                        until(asked),
                        mark);
    }

    private Instant until(Asked asked) {
        return asked.at().plus(terms.shown());
    }

    /** What a person gives as reason may name the caller. */
    private static Act act(Asked asked, Grounds grounds, Optional<KnownCaller> keeper) {
        String why = asked.reason() == null
                ? grounds.term()
                : grounds.term() + "："
                        + Opened.of(asked.ticket(), keeper).caller().mask(asked.reason());
        return new Act(
                grounds.showCaller() ? "REVEAL" : "REVEAL_FOR_HANDLING",
                asked.ticket().number().value(),
                why);
    }

    /** Empty when nothing is sealed. */
    private Mono<Optional<KnownCaller>> keeper(Ticket ticket) {
        return ticket.sealed() == null
                ? Mono.just(Optional.empty())
                : callers.of(ticket.sealed().caller())
                        .map(Optional::of)
                        .switchIfEmpty(Mono.error(new Refused(RevealRefusal.FORGOTTEN)));
    }

    private static Viewer viewer(Person person) {
        boolean operator = person.is(Role.OPERATOR);
        return new Viewer(
                person.account(),
                person.unit(),
                person.is(Role.REVISITOR) && !operator,
                person.is(Role.SUPERVISOR) && !operator && !person.is(Role.REVISITOR));
    }

    /** A ticket opened with its caller's key; as it is where nothing is sealed. */
    private record Opened(Identity caller, Matter matter, Decision decision, List<String> supplements) {

        static Opened of(Ticket ticket, Optional<KnownCaller> keeper) {
            return keeper.map(known -> new Opened(
                            ticket.identity(known.seal(), known.phone()),
                            ticket.inOwnWords(known.seal()),
                            ticket.decisionInOwnWords(known.seal()),
                            ticket.supplementsInOwnWords(known.seal())))
                    .orElseGet(() -> new Opened(
                            Identity.UNKNOWN,
                            ticket.matter(),
                            ticket.registration().decision(),
                            ticket.sequel().supplements().stream()
                                    .map(Supplement::content)
                                    .toList()));
        }
    }

    /**
     * What a unit may be shown.
     *
     * @param anything whether anything at all
     * @param whole whether the caller too, with a reason, since no relay number reaches them
     * @param doors whether the class needs doors
     * @param plates whether it needs plates
     */
    public record Offer(boolean anything, boolean whole, boolean doors, boolean plates) {

        /** 门牌、车牌; 来电人资料 where all of it is shown. */
        public String words() {
            return whole
                    ? "来电人资料"
                    : Stream.of(doors ? "门牌" : null, plates ? "车牌" : null)
                            .filter(Objects::nonNull)
                            .collect(Collectors.joining("、"));
        }
    }

    /**
     * What holds for every look.
     *
     * @param shown how long it is shown
     */
    public record Terms(RevealPolicy policy, BreakGlass.Terms glass, Duration shown) {}
}
