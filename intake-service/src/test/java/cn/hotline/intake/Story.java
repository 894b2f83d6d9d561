package cn.hotline.intake;

import cn.hotline.chassis.Cause;
import cn.hotline.chassis.Change;
import cn.hotline.intake.callers.NamedSeal;
import cn.hotline.intake.callers.model.Identity;
import cn.hotline.intake.callers.model.PhoneNumber;
import cn.hotline.intake.callers.model.Seal;
import cn.hotline.intake.codes.model.ChannelFamily;
import cn.hotline.intake.contract.IntakeEvent;
import cn.hotline.intake.registration.NewTicket;
import cn.hotline.intake.registration.model.Arrival;
import cn.hotline.intake.registration.model.Caller;
import cn.hotline.intake.registration.model.Caller.Wishes;
import cn.hotline.intake.registration.model.Concealment;
import cn.hotline.intake.registration.model.Decision;
import cn.hotline.intake.registration.model.Disposition;
import cn.hotline.intake.registration.model.Kind;
import cn.hotline.intake.registration.model.Matter;
import cn.hotline.intake.registration.model.Place;
import cn.hotline.intake.registration.model.Registration;
import cn.hotline.intake.registration.model.Sealed;
import cn.hotline.intake.registration.model.Ticket;
import cn.hotline.intake.registration.model.TicketNumber;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** One call as the tests tell of it: a blocked fire lane in 城西区, reported by 王建国. */
public final class Story {

    /** 2024-06-18 09:12 in Xining. */
    public static final Instant NOW = Instant.parse("2024-06-18T01:12:00Z");

    public static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    public static final TicketNumber NUMBER = new TicketNumber("XN240618-000123");
    public static final PhoneNumber PHONE = new PhoneNumber("13800006627");
    public static final String NAME = "王建国";
    public static final Identity WANG = new Identity(NAME, PHONE, null);
    public static final Wishes WISHES = new Wishes(false, false, true);

    /** The key of 王建国. */
    public static final Seal SEAL = new NamedSeal("c-1");

    /** Holds the caller's name and number, as callers say them. */
    public static final String CONTENT = "海湖花园 5 号楼消防通道被堵死。我叫王建国，请打 138 0000 6627 联系我。";

    private Story() {}

    public static NewTicket forwarded() {
        return decided(Decision.forward());
    }

    public static NewTicket decided(Decision decision) {
        return new NewTicket(byPhone(null), WANG, WISHES, matter(), decision, List.of());
    }

    public static Decision answered() {
        return new Decision(Disposition.ANSWER, "已告知物业 0971-0000000，会回电给王建国。", "a-1", null);
    }

    public static Arrival byPhone(@Nullable String externalId) {
        return new Arrival("PHONE", ChannelFamily.CALL, externalId, null, NOW);
    }

    public static Arrival inCall(String callId) {
        return new Arrival("PHONE", ChannelFamily.CALL, null, callId, NOW);
    }

    public static Matter matter() {
        return new Matter(
                Kind.COMPLAINT,
                null,
                CONTENT,
                new Place("海湖花园 5 号楼，王建国家楼下", "630104", null, null),
                null,
                null,
                null,
                null);
    }

    public static Matter matter(UnaryOperator<String> content) {
        Matter matter = matter();
        return new Matter(matter.kind(), null, content.apply(matter.content()), matter.place(), null, null, null, null);
    }

    /** By {@code operator}, of 王建国, whom {@code c-1} stands for; masked. */
    public static Registration registration(Decision decision) {
        return new Registration(
                byPhone(null),
                Caller.of(WANG, WISHES, "c-1"),
                decision.concealed(concealment()),
                List.of(),
                "operator",
                NOW);
    }

    /** The ticket as registered and forwarded. */
    public static Ticket ticket() {
        return registered(Decision.forward()).state();
    }

    /** The ticket with another decision, and what is told of it. */
    public static Change<Ticket, IntakeEvent> registered(Decision decision) {
        Concealment concealment = concealment();
        Matter matter = matter().concealed(concealment, 1);
        decision.concealed(concealment);
        return Ticket.register(
                NUMBER, registration(decision), matter, new Sealed("c-1", concealment.close(NUMBER, SEAL)));
    }

    /** What comes of it when the operator asks, unless somebody else does already. */
    public static <T> T done(Mono<T> asked) {
        return asked.contextWrite(context -> context.hasKey(Cause.class)
                        ? context
                        : context.putAll(Cause.command("630100", "operator", null, null)
                                .context()
                                .readOnly()))
                .blockOptional()
                .orElseThrow();
    }

    public static Concealment concealment() {
        return new Concealment(WANG).withIdentity();
    }
}
