package cn.hotline.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/** What came of one round of requests. Filled by the load's own thread, read when the round is over. */
final class Answers {

    private static final long LONGEST_MICROS = 120_000_000;

    /** Microseconds from the intended arrival to the whole answer, of the measured part. */
    private final Histogram latency = new Histogram(LONGEST_MICROS, 3);

    private final List<String> numbers = new ArrayList<>();
    private final Map<String, Integer> failures = new TreeMap<>();
    private long registeredWhileMeasured;
    private long neverSent;
    private long unanswered;

    void registered(String number, boolean measured, long micros) {
        numbers.add(number);
        if (measured) {
            registeredWhileMeasured++;
            latency.recordValue(Math.min(micros, LONGEST_MICROS));
        }
    }

    void failed(String why) {
        failures.merge(why, 1, Integer::sum);
    }

    void close(long neverSent, long unanswered) {
        this.neverSent = neverSent;
        this.unanswered = unanswered;
    }

    /** Everything that was answered 201 in this round, measured or not, in the order of the answers. */
    List<String> numbers() {
        return numbers;
    }

    /** Answered 201, of the arrivals intended in the measured part. */
    long registeredWhileMeasured() {
        return registeredWhileMeasured;
    }

    /** Other answers and broken connections, by what they were. */
    Map<String, Integer> failures() {
        return failures;
    }

    /** Arrivals whose turn never came, because all connections were busy to the end. */
    long neverSent() {
        return neverSent;
    }

    /** Requests given up. Whether they had an effect is not known. */
    long unanswered() {
        return unanswered;
    }

    boolean isComplete() {
        return failures.isEmpty() && neverSent == 0 && unanswered == 0;
    }

    double millis(double percentile) {
        return latency.getValueAtPercentile(percentile) / 1_000.0;
    }

    double longestMillis() {
        return latency.getMaxValue() / 1_000.0;
    }
}
