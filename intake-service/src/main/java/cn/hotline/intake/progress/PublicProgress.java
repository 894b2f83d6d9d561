package cn.hotline.intake.progress;

import static java.nio.charset.StandardCharsets.US_ASCII;

import cn.hotline.chassis.Refused;
import cn.hotline.intake.progress.model.Progress;
import cn.hotline.intake.progress.model.ProgressRefusal;
import cn.hotline.intake.registration.Tickets;
import cn.hotline.intake.registration.model.Ticket;
import cn.hotline.intake.registration.model.TicketNumber;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Optional;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Signal;

/**
 * 公众查询: what a caller is told of their ticket who knows its number and the last digits of their own. Nobody learns by
 * trying which numbers there are: a wrong number and wrong digits are answered alike and equally late.
 */
public final class PublicProgress {

    private static final TicketNumber NO_SUCH_NUMBER = new TicketNumber("XX000101-000000");
    private static final int TAIL = 4;

    private final Tickets tickets;
    private final Progresses progresses;
    private final Duration answered;

    /** @param answered after this time, whatever is found */
    public PublicProgress(Tickets tickets, Progresses progresses, Duration answered) {
        this.tickets = tickets;
        this.progresses = progresses;
        this.answered = answered;
    }

    /**
     * The progress of a ticket.
     *
     * @param number empty when what was sent is no number
     * @param tail the last four digits of the caller's telephone number
     */
    public Mono<Told> ask(Optional<TicketNumber> number, String tail) {
        TicketNumber asked = number.orElse(NO_SUCH_NUMBER);
        Mono<Signal<Told>> found = tickets.find(asked)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .zipWhen(ticket -> progresses.find(
                        ticket.map(Ticket::handledAs).orElse(asked).value()))
                .map(it -> told(it.getT1(), it.getT2(), tail))
                .materialize();
        return Mono.zip(found, Mono.delay(answered)).map(both -> both.getT1()).dematerialize();
    }

    private static Told told(Optional<Ticket> ticket, Progress progress, String tail) {
        boolean theirs = MessageDigest.isEqual(tailOf(ticket).getBytes(US_ASCII), tail.getBytes(US_ASCII));
        return ticket.filter(found -> theirs)
                .map(found -> new Told(found, progress))
                .orElseThrow(() -> new Refused(ProgressRefusal.NO_SUCH_TICKET));
    }

    /** What masking leaves of the number is enough; somebody without a number has no tail. */
    private static String tailOf(Optional<Ticket> ticket) {
        return ticket.map(found -> found.registration().caller().phone())
                .filter(phone -> phone.length() > TAIL)
                .map(phone -> phone.substring(phone.length() - TAIL))
                .filter(tail -> tail.chars().allMatch(Character::isDigit))
                .orElse("none");
    }

    /** A ticket and what the other services said of it. */
    public record Told(Ticket ticket, Progress progress) {}
}
