package cn.hotline.intake.registration.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import cn.hotline.chassis.Cause;
import cn.hotline.chassis.mongo.DocumentStore;
import cn.hotline.intake.StoreInMemory;
import cn.hotline.intake.Story;
import cn.hotline.intake.contract.IntakeEvent;
import cn.hotline.intake.registration.model.TicketNumber;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

class MongoNumbersIT {

    private static final StoreInMemory STORE = new StoreInMemory();

    private final DocumentStore<IntakeEvent> documents = STORE.documents();

    @AfterAll
    static void stop() {
        STORE.close();
    }

    @Test
    void noNumberComesTwiceWithSeveralReplicasAtOnce() {
        List<MongoNumbers> replicas = List.of(numbers(Story.CLOCK), numbers(Story.CLOCK), numbers(Story.CLOCK));
        List<String> given = Flux.range(0, 3_000)
                .flatMap(
                        i -> replicas.get(i % 3)
                                .nextTicket()
                                .map(TicketNumber::value)
                                .subscribeOn(Schedulers.parallel()),
                        64)
                .contextWrite(tenant("630100").context())
                .collectList()
                .block();
        assertThat(given).hasSize(3_000).doesNotHaveDuplicates().allMatch(TicketNumber::looksLikeOne);
    }

    @Test
    void theFirstOfADayIsNumberOne() {
        assertThat(next(numbers(Story.CLOCK).nextTicket(), "630100")).isEqualTo(new TicketNumber("XN240618-000001"));
    }

    @Test
    void aRestartSkipsNumbersAndRepeatsNone() {
        next(numbers(Story.CLOCK).nextTicket(), "630100");
        assertThat(next(numbers(Story.CLOCK).nextTicket(), "630100")).isEqualTo(new TicketNumber("XN240618-000101"));
    }

    @Test
    void theDayIsTheDayInXining() {
        Clock lateInLondon = Clock.fixed(Instant.parse("2024-06-18T16:00:00Z"), ZoneOffset.UTC);
        assertThat(next(numbers(lateInLondon).nextTicket(), "630100")).isEqualTo(new TicketNumber("XN240619-000001"));
    }

    @Test
    void callsAndOtherTenantsCountForThemselves() {
        MongoNumbers numbers = numbers(Story.CLOCK);
        next(numbers.nextTicket(), "630100");
        assertThat(next(numbers.nextCall(), "630100")).isEqualTo("CXN240618-000001");
        assertThat(next(numbers.nextTicket(), "620100")).isEqualTo(new TicketNumber("XN240618-000001"));
    }

    private MongoNumbers numbers(Clock clock) {
        return new MongoNumbers(documents, "XN", clock);
    }

    private static <T> T next(Mono<T> number, String tenant) {
        return number.contextWrite(tenant(tenant).context()).blockOptional().orElseThrow();
    }

    private static Cause tenant(String tenant) {
        return Cause.command(tenant, "me", null, null);
    }
}
