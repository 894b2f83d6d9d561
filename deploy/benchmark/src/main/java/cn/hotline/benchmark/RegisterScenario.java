package cn.hotline.benchmark;

import cn.hotline.evaluation.Console;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * 登记: how many tickets a second are registered through the gateway while all four services do their part, and how
 * many a bare handler stores and tells on the same machine.
 */
final class RegisterScenario {

    private static final String TICKETS = "/intake/api/v1/tickets";
    private static final Duration WARM_UP = Duration.ofSeconds(10);
    private static final Duration PROBE = Duration.ofSeconds(10);
    private static final Duration LIMIT_MEASURED = Duration.ofSeconds(15);
    private static final Duration UNTIL_COUNTED = Duration.ofSeconds(10);
    private static final Duration LONGEST_CATCHING_UP = Duration.ofSeconds(120);
    private static final Duration GLANCE = Duration.ofMillis(200);
    private static final int WARMING_ROUNDS = 24;
    private static final int NO_FASTER = 3;
    private static final double WARMER = 1.05;
    private static final int PROBES = 9;
    private static final int ATTEMPTS = 3;
    private static final double UP = 1.25;
    private static final double DOWN = 0.88;

    private final Options options;
    private final Console console;
    private final Hotline hotline;
    private final Consumer<AutoCloseable> started;
    private final Appeals appeals = new Appeals(System.nanoTime() % 1_000_000);
    private final List<String> acknowledged = new ArrayList<>();
    private long withoutAnswer;

    /** @param started told of everything that must be ended with this program */
    RegisterScenario(Options options, Console console, Hotline hotline, Consumer<AutoCloseable> started) {
        this.options = options;
        this.console = console;
        this.hotline = hotline;
        this.started = started;
    }

    /** Measures, prints and writes the figures. */
    Path run(Map<String, Object> machine) {
        Ledger ledger = new Ledger(hotline);
        Set<String> before = new HashSet<>(ledger.numbers());
        Figures figures = new Figures();
        Measured measured;
        Check check;
        try (Readers readers = new Readers(hotline.kafka());
                Load load = new Load(hotline.at(TICKETS), () -> hotline.authorization("operator"), appeals::body)) {
            measured = options.rate() == null
                    ? highestSustained(load, readers, ledger)
                    : measure(load, readers, ledger, options.rate());
            catchUp(readers);
            check = Check.of(before, acknowledged, withoutAnswer, ledger.numbers());
        }
        Limit limit = limit();
        double registered = perSecond(measured.counted(), options.measured());
        double possible = perSecond(limit.answers().registeredWhileMeasured(), LIMIT_MEASURED);
        Answers answers = measured.answers();
        figures.about("registered/s", registered)
                .about("limit/s", possible)
                .about("ratio", registered / possible)
                .about("p50-ms", answers.millis(50))
                .about("p99-ms", answers.millis(99))
                .about("max-ms", answers.longestMillis())
                .whole("offered/s", measured.rate())
                .said("sustained", measured.isSustained() ? "yes" : "no")
                .about("behind-s", measured.behind())
                .about("dispatched-share", measured.dispatchedShare())
                .about("records/ticket", measured.recordsPerTicket())
                .about("cpu-ms/ticket", measured.round().cpuMillis())
                .about("limit-cpu-ms/ticket", limit.cpuMillis())
                .about("load-cores", measured.round().loadCores())
                .about("limit-p50-ms", limit.answers().millis(50))
                .about("limit-p99-ms", limit.answers().millis(99))
                .whole("failed", measured.failures())
                .whole("lost", check.lost())
                .whole("doubled", check.doubled());
        answers.failures().forEach((what, times) -> console.complain(times + " × " + what));
        console.say(figures.lines());
        return figures.write(options.results(), "register", machine, settings());
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("connections", Load.CONNECTIONS);
        settings.put("warmUpSeconds", WARM_UP.toSeconds());
        settings.put("measuredSeconds", options.measured().toSeconds());
        settings.put("limitMeasuredSeconds", LIMIT_MEASURED.toSeconds());
        settings.put("bodyBytes", appeals.body(0).length);
        settings.put("rate", options.rate() == null ? "searched" : options.rate());
        settings.put("hotline", options.url() == null ? "own" : options.url().toString());
        return settings;
    }

    /** The rate of the search, or somewhat less where thirty seconds are harder than ten. */
    private Measured highestSustained(Load load, Readers readers, Ledger ledger) {
        int rate = searched(load, readers);
        Measured measured = measure(load, readers, ledger, rate);
        for (int attempt = 1; attempt < ATTEMPTS && !measured.isSustained(); attempt++) {
            rate = (int) (rate * DOWN);
            measured = measure(load, readers, ledger, rate);
        }
        return measured;
    }

    /**
     * Begins at what all services got through when as much was sent as could be, and goes up or down from there until
     * one rate is sustained and the next is not.
     */
    private int searched(Load load, Readers readers) {
        int rate = warm(load, readers);
        int best = 0;
        for (int probe = 0; probe < PROBES; probe++) {
            Round round = round(load, readers, rate, Duration.ZERO, PROBE);
            console.say("  " + rate + "/s: p99 " + Math.round(round.answers().millis(99)) + " ms, "
                    + Math.round(round.behind() * 10) / 10.0 + " s behind"
                    + (round.isSustained() ? "" : " – not sustained"));
            catchUp(readers);
            if (round.isSustained()) {
                best = Math.max(best, rate);
                rate = (int) (rate * UP);
            } else if (best > 0) {
                return best;
            } else {
                rate = (int) (rate * DOWN);
            }
        }
        return best > 0 ? best : rate;
    }

    /**
     * Sends as much as can be sent until it gets no faster: compilers need a hundred thousand tickets, and on two
     * processors they take their time from what they compile.
     */
    private int warm(Load load, Readers readers) {
        int best = 0;
        int since = 0;
        for (int round = 0; round < WARMING_ROUNDS && since < NO_FASTER; round++) {
            int rate = saturated(load, readers);
            since = rate > best * WARMER ? 0 : since + 1;
            best = Math.max(best, rate);
        }
        return best;
    }

    /** How many a second were registered and read by all, when only this counts. */
    private int saturated(Load load, Readers readers) {
        long began = System.nanoTime();
        Answers answers = load.closed(Duration.ZERO, PROBE);
        note(answers);
        catchUp(readers);
        int rate = (int) (answers.numbers().size() / seconds(System.nanoTime() - began));
        console.say("  saturated: " + rate + "/s through all services, "
                + Math.round(perSecond(answers.numbers().size(), PROBE)) + "/s answered");
        return Math.max(1, rate);
    }

    private Measured measure(Load load, Readers readers, Ledger ledger, int rate) {
        console.say("压测 Measuring " + rate + "/s for "
                + options.measured().plus(WARM_UP).toSeconds() + " s …");
        long rowsBefore = ledger.count();
        long dispatchedBefore = ledger.dispatched();
        long toldBefore = readers.position().told();
        Round round = round(load, readers, rate, WARM_UP, options.measured());
        pause(UNTIL_COUNTED);
        long registered = round.answers().numbers().size();
        long missing = Math.max(0, registered - (ledger.count() - rowsBefore));
        catchUp(readers);
        return new Measured(
                rate,
                round,
                Math.max(0, round.answers().registeredWhileMeasured() - missing),
                (double) (ledger.dispatched() - dispatchedBefore) / registered,
                (double) (readers.position().told() - toldBefore) / registered);
    }

    private Round round(Load load, Readers readers, int rate, Duration unmeasured, Duration measured) {
        Readers.Position before = readers.position();
        Duration hotlineBefore = hotline.cpu().orElse(Duration.ZERO);
        Duration loadBefore = Machine.cpu();
        long began = System.nanoTime();
        Answers answers = load.open(rate, unmeasured, measured);
        double seconds = seconds(System.nanoTime() - began);
        Readers.Position after = readers.position();
        note(answers);
        double readPerSecond = (after.read() - before.read()) / seconds;
        return new Round(
                answers,
                after.unread() / readPerSecond,
                hotline.cpu().map(now -> now.minus(hotlineBefore)).orElse(Duration.ZERO),
                seconds(Machine.cpu().minus(loadBefore).toNanos()) / seconds);
    }

    private void note(Answers answers) {
        acknowledged.addAll(answers.numbers());
        withoutAnswer += answers.unanswered()
                + answers.failures().values().stream()
                        .mapToLong(Integer::longValue)
                        .sum();
    }

    /** Waits until the four services have read everything. */
    private static void catchUp(Readers readers) {
        long until = System.nanoTime() + LONGEST_CATCHING_UP.toNanos();
        long quiet = 0;
        // What is read may tell more: all must be read twice in a row.
        while (quiet < 2 && System.nanoTime() < until) {
            quiet = readers.position().unread() == 0 ? quiet + 1 : 0;
            pause(GLANCE);
        }
    }

    private Limit limit() {
        console.say("压测 Measuring the bare limit for "
                + LIMIT_MEASURED.plus(WARM_UP).toSeconds() + " s …");
        BareLimit bare = BareLimit.start(hotline);
        started.accept(bare);
        bare.awaitReady();
        try (Load load = new Load(bare.address(), () -> "", appeals::body)) {
            load.closed(Duration.ZERO, WARM_UP);
            Duration before = bare.cpu().plus(hotline.cpu().orElse(Duration.ZERO));
            Answers answers = load.closed(Duration.ZERO, LIMIT_MEASURED);
            Duration after = bare.cpu().plus(hotline.cpu().orElse(Duration.ZERO));
            return new Limit(answers, after.minus(before));
        }
    }

    private static void pause(Duration duration) {
        long until = System.nanoTime() + duration.toNanos();
        while (System.nanoTime() < until) {
            LockSupport.parkNanos(until - System.nanoTime());
        }
    }

    private static double perSecond(long count, Duration duration) {
        return count / seconds(duration.toNanos());
    }

    private static double seconds(long nanos) {
        return nanos / 1e9;
    }

    /**
     * Arrivals at one rate.
     *
     * @param behind how many seconds the services need, at the end, to read what has been told
     * @param cpu what the hotline used of the processors, 0 when it is not ours
     * @param loadCores processors this program used
     */
    record Round(Answers answers, double behind, Duration cpu, double loadCores) {

        private static final double LONGEST_P99_MILLIS = 1_000;
        private static final double FARTHEST_BEHIND_SECONDS = 2;

        /** Of all services together, for one ticket. */
        double cpuMillis() {
            return seconds(cpu.toNanos()) * 1_000 / answers.numbers().size();
        }

        /** Everything was answered, soon, and the services kept up. */
        boolean isSustained() {
            return answers.isComplete()
                    && answers.millis(99) <= LONGEST_P99_MILLIS
                    && behind <= FARTHEST_BEHIND_SECONDS;
        }
    }

    /**
     * What counts.
     *
     * @param counted tickets registered in the measured time that stood in the ledger ten seconds after it
     * @param dispatchedShare of all registered in the round, at last
     * @param recordsPerTicket in all topics
     */
    record Measured(int rate, Round round, long counted, double dispatchedShare, double recordsPerTicket) {

        Answers answers() {
            return round.answers();
        }

        boolean isSustained() {
            return round.isSustained();
        }

        double behind() {
            return round.behind();
        }

        long failures() {
            return answers().neverSent()
                    + answers().unanswered()
                    + answers().failures().values().stream()
                            .mapToLong(Integer::longValue)
                            .sum();
        }
    }

    /**
     * What the bare handler did.
     *
     * @param cpu what it and the process of its store and broker used of the processors
     */
    record Limit(Answers answers, Duration cpu) {

        double cpuMillis() {
            return seconds(cpu.toNanos()) * 1_000 / answers.numbers().size();
        }
    }
}
