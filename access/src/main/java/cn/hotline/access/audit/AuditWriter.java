package cn.hotline.access.audit;

import cn.hotline.access.Person;
import cn.hotline.access.Role;
import cn.hotline.access.audit.AuditRecords.Overwritten;
import cn.hotline.access.audit.model.Anchor;
import cn.hotline.access.audit.model.Entry;
import cn.hotline.access.audit.model.Link;
import cn.hotline.access.audit.model.Outcome;
import cn.hotline.access.audit.model.RegisterLine;
import cn.hotline.access.audit.model.RegisterLine.Kind;
import cn.hotline.access.audit.model.Who;
import cn.hotline.chassis.PersonalData;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.util.retry.Retry;

/**
 * Writes the chain of this run of this process. What arrives while a write is on its way goes out as the next one,
 * together; a write that failed is tried again until it is known to be there, so that the chain never has a gap.
 *
 * <p>The chain is opened by the first record. Thread-safe.
 */
public final class AuditWriter implements AuditLog {

    private static final Logger LOG = LoggerFactory.getLogger(AuditWriter.class);

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** A write without an answer is tried again after this, on another connection. */
    private static final Duration ATTEMPT = Duration.ofSeconds(10);

    private static final int LARGEST_BATCH = 1_000;
    private static final int MOST_WAITING = 20_000;
    private static final int LONGEST_SUBJECT = 64;
    private static final int LONGEST_REASON = 500;

    /** A chain that has come so far is left and another one begun: sequences have nine digits. */
    private static final long LONGEST_CHAIN = 999_000_000;

    private static final DateTimeFormatter OPENED =
            DateTimeFormatter.ofPattern("yyMMdd-HHmmss").withZone(ZoneOffset.UTC);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String service;
    private final AuditRecords records;
    private final Clock clock;
    private final Duration patience;
    private final Counter written;
    private final Queue<Waiting> queue = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private volatile boolean closing;
    private volatile @Nullable Anchor head;
    private volatile Anchor anchored = RegisterLine.NONE;
    private volatile Anchor register = RegisterLine.NONE;

    /** @param service whose log this is, as it stands in front of its addresses, such as {@code intake} */
    public AuditWriter(String service, AuditRecords records, MeterRegistry meters, Clock clock) {
        this(service, records, meters, clock, PATIENCE);
    }

    /** @param patience how long an act may wait until whoever acts is told that it cannot be done now */
    AuditWriter(String service, AuditRecords records, MeterRegistry meters, Clock clock, Duration patience) {
        this.service = service;
        this.records = records;
        this.clock = clock;
        this.patience = patience;
        this.written = Counter.builder("hotline.audit.records")
                .description("Acts written to the audit log")
                .register(meters);
        meters.gauge("hotline.audit.waiting", waiting);
    }

    @Override
    public Mono<Void> record(Act act) {
        return Mono.deferContextual(context -> {
                    OwnAct.written(context);
                    return Person.current();
                })
                .flatMap(person -> write(who(person), act));
    }

    /** Notes that somebody, perhaps not signed in, was not let. Completes at once: a refusal waits for no log. */
    public Mono<Void> denied(Who who, Act act) {
        return Mono.fromRunnable(() -> add(entry(who, act, Outcome.DENIED)));
    }

    /** A signed-in person, as they are written down. */
    public static Who who(Person person) {
        return new Who(
                person.tenant(),
                person.account(),
                person.name(),
                person.roles().stream().map(Role::name).toList(),
                person.unit(),
                person.position() == null ? null : person.position().name(),
                person.address());
    }

    /** What this process knows without looking: how far its chain and the register had come. */
    public List<Anchor> known() {
        List<Anchor> known = new ArrayList<>(List.of(register));
        Anchor last = head;
        if (last != null && last.sequence() > 0) {
            known.add(last);
        }
        return known;
    }

    /**
     * Writes down in the register and in the application's log how far the chain has come, if it has come any further:
     * who cuts it afterwards contradicts both.
     */
    public Mono<Void> anchor() {
        return Mono.defer(() -> anchor(Kind.REACHED));
    }

    /** Writes what still waits, now or not at all, and ends the chain in order. For the end of the process. */
    public Mono<Void> close() {
        return Mono.defer(() -> {
            closing = true;
            return head == null && waiting.get() == 0
                    ? Mono.empty()
                    : add(null)
                            .durable
                            .asMono()
                            .then(Mono.defer(() -> anchor(Kind.CLOSED)))
                            .doOnSuccess(ended -> head = null);
        });
    }

    private Mono<Void> anchor(Kind kind) {
        Anchor reached = head;
        if (reached == null || kind == Kind.REACHED && reached.equals(anchored)) {
            return Mono.empty();
        }
        return anchor(kind, reached).doOnSuccess(done -> anchored = reached);
    }

    /** Writes down how far somebody else's chain has come: whoever wrote it may have died before they did. */
    Mono<Void> anchor(Anchor reached) {
        return Mono.defer(() -> anchor(Kind.REACHED, reached));
    }

    private Mono<Void> anchor(Kind kind, Anchor reached) {
        return records.register(clock.instant(), kind, reached)
                .doOnNext(line -> {
                    register = line.place();
                    LOG.info(
                            "Audit of {}: anchor {} {} {}, anchor {} {} {}",
                            service,
                            reached.chain(),
                            reached.sequence(),
                            reached.hash(),
                            register.chain(),
                            register.sequence(),
                            register.hash());
                })
                .then();
    }

    private Mono<Void> write(Who who, Act act) {
        return add(entry(who, act, Outcome.DONE)).durable.asMono();
    }

    private Entry entry(Who who, Act act, Outcome outcome) {
        String reason = act.reason() == null || act.reason().isBlank() ? null : clean(act.reason(), LONGEST_REASON);
        return new Entry(clock.instant(), who, act.action(), clean(act.subject(), LONGEST_SUBJECT), reason, outcome);
    }

    private Waiting add(@Nullable Entry entry) {
        if (waiting.get() > MOST_WAITING) {
            throw new AuditUnavailable("too many are waiting");
        }
        Waiting act = new Waiting(entry, Sinks.empty());
        queue.add(act);
        if (waiting.getAndIncrement() == 0) {
            writeNext();
        }
        return act;
    }

    /** One at a time: whoever makes {@link #waiting} more than nothing begins, and each end begins the next. */
    private void writeNext() {
        List<Waiting> batch = new ArrayList<>();
        while (batch.size() < LARGEST_BATCH && queue.peek() != null) {
            batch.add(queue.remove());
        }
        List<Entry> entries =
                batch.stream().map(Waiting::entry).filter(Objects::nonNull).toList();
        if (entries.isEmpty()) {
            next(batch, act -> act.durable.tryEmitEmpty());
            return;
        }
        Disposable impatience = Flux.interval(patience).subscribe(late -> giveUp(batch));
        Mono.defer(this::opened)
                .flatMap(from -> append(from, entries))
                .doOnError(Overwritten.class, e -> head = null)
                .doOnError(e -> LOG.warn("{} acts are not written yet: {}", batch.size(), e.toString()))
                .retryWhen(Retry.backoff(Long.MAX_VALUE, Duration.ofMillis(100))
                        .maxBackoff(Duration.ofSeconds(2))
                        .filter(e -> !closing))
                .doFinally(end -> impatience.dispose())
                .subscribe(reached -> settled(reached, batch, entries.size()), e -> unsettled(e, batch));
    }

    /** Whoever has waited long enough is told so; what they did is written all the same once that is possible. */
    private void giveUp(List<Waiting> batch) {
        Stream.concat(batch.stream(), queue.stream())
                .filter(act -> act.entry != null)
                .forEach(act -> act.durable.tryEmitError(new AuditUnavailable("not durable in time")));
    }

    private void settled(Anchor reached, List<Waiting> batch, int acts) {
        head = reached;
        written.increment(acts);
        next(batch, act -> act.durable.tryEmitEmpty());
    }

    /** Only while we end. Nobody knows how far the chain has come, so nothing more is said of it. */
    private void unsettled(Throwable e, List<Waiting> batch) {
        head = null;
        next(batch, act -> act.durable.tryEmitError(new AuditUnavailable(e.toString())));
    }

    private void next(List<Waiting> batch, Consumer<Waiting> tell) {
        if (waiting.addAndGet(-batch.size()) > 0) {
            writeNext();
        }
        batch.forEach(tell);
    }

    private Mono<Anchor> append(Anchor from, List<Entry> entries) {
        List<Link> links = new ArrayList<>(entries.size());
        Anchor last = from;
        for (Entry entry : entries) {
            Link link = Link.after(last, entry);
            links.add(link);
            last = link.head();
        }
        return records.append(links).timeout(ATTEMPT).thenReturn(last);
    }

    private Mono<Anchor> opened() {
        Anchor last = head;
        return last != null && last.sequence() < LONGEST_CHAIN ? Mono.just(last) : open();
    }

    /** An attempt that failed may have left a line; the next takes another chain, and an empty one harms nobody. */
    private Mono<Anchor> open() {
        Instant now = clock.instant();
        byte[] random = new byte[3];
        RANDOM.nextBytes(random);
        String chain = OPENED.format(now) + "-" + HexFormat.of().formatHex(random);
        return records.register(now, Kind.OPENED, new Anchor(chain, 0, "")).map(line -> {
            register = line.place();
            head = line.beginning();
            anchored = line.beginning();
            return line.beginning();
        });
    }

    /** Masked, at most so long, and nothing in it that a store would give back differently. */
    private static String clean(String text, int longest) {
        String masked = PersonalData.mask(text);
        if (masked.length() <= longest && masked.chars().allMatch(AuditWriter::isPlain)) {
            return masked;
        }
        String known = new String(masked.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        String visible = known.replaceAll("\\p{Cntrl}", " ").strip();
        return visible.codePointCount(0, visible.length()) <= longest
                ? visible
                : visible.substring(0, visible.offsetByCodePoints(0, longest - 1)) + "…";
    }

    private static boolean isPlain(int c) {
        return !Character.isISOControl(c) && !Character.isSurrogate((char) c);
    }

    /** @param entry null for somebody who only waits for all that came before */
    private record Waiting(@Nullable Entry entry, Sinks.Empty<Void> durable) {}
}
