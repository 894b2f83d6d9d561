package cn.hotline.access.audit;

import static org.assertj.core.api.Assertions.assertThat;

import cn.hotline.access.audit.model.Link;
import cn.hotline.access.audit.model.Outcome;
import cn.hotline.access.audit.model.Who;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RefusalsTest {

    private final InMemoryAuditRecords records = new InMemoryAuditRecords();
    private final Time time = new Time();
    private final Refusals refusals =
            new Refusals(new AuditWriter("intake", records, new SimpleMeterRegistry(), time), time);

    @Test
    void aRefusalIsWrittenDownAsOne() {
        refuse("10.0.0.7", 1);
        Link written = records.links.firstEntry().getValue();
        assertThat(written.entry().outcome()).isEqualTo(Outcome.DENIED);
        assertThat(written.entry().who().address()).isEqualTo("10.0.0.7");
        assertThat(written.entry().subject()).isEqualTo("XN240618-000001");
    }

    @Test
    void somebodyWhoTriesManyIsANumberAfterTheFirstFew() {
        refuse("10.0.0.7", 10_000);
        assertThat(records.links).hasSize(20);
        time.passes(Duration.ofSeconds(61));
        refuse("10.0.0.7", 1);
        assertThat(records.links).hasSize(22);
        assertThat(reasons()).containsExactly("一分钟内另有 9980 次未获准的请求，未逐条记录");
    }

    @Test
    void theNumberIsWrittenAlsoWhenNobodyComesAgain() {
        refuse("10.0.0.7", 25);
        refusals.summary().block();
        assertThat(reasons()).containsExactly("一分钟内另有 5 次未获准的请求，未逐条记录");
    }

    @Test
    void manyWhoTryTogetherAreHeldBackTogether() {
        IntStream.range(0, 2_000).forEach(i -> refuse("10.0." + i / 250 + "." + i % 250, 1));
        assertThat(records.links).hasSize(300);
    }

    @Test
    void oneWhoTriesManyDoesNotHideAnother() {
        refuse("10.0.0.7", 10_000);
        refuse("10.0.0.8", 1);
        assertThat(records.links).hasSize(21);
    }

    @Test
    void aLogThatIsAwayKeepsNobodyFromBeingRefused() {
        AuditWriter away = new AuditWriter("intake", records, new SimpleMeterRegistry(), time, Duration.ofMillis(10));
        records.failuresBefore = Integer.MAX_VALUE;
        new Refusals(away, time)
                .note(who("10.0.0.7"), new Act("PUT_TICKETS", "", null))
                .block();
        assertThat(records.links).isEmpty();
    }

    private List<String> reasons() {
        return records.links.values().stream()
                .map(link -> link.entry().reason())
                .filter(Objects::nonNull)
                .toList();
    }

    private void refuse(String address, int times) {
        for (int i = 0; i < times; i++) {
            refusals.note(who(address), new Act("GET_TICKETS", "XN240618-000001", null))
                    .block();
        }
    }

    private static Who who(String address) {
        return new Who("630100", "", "", List.of(), null, null, address);
    }

    private static final class Time extends Clock {

        private Instant now = Instant.parse("2024-06-18T02:00:00Z");

        void passes(Duration duration) {
            now = now.plus(duration);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
