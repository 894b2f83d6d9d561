package cn.hotline.evaluation.store;

import static cn.hotline.evaluation.store.OpenStore.all;
import static org.assertj.core.api.Assertions.assertThat;

import cn.hotline.chassis.Cause;
import cn.hotline.chassis.ChassisWiring;
import cn.hotline.chassis.event.EventFamily;
import cn.hotline.chassis.mongo.DocumentStore;
import cn.hotline.intake.contract.IntakeEvent.Matter;
import cn.hotline.intake.contract.IntakeEvent.Place;
import cn.hotline.intake.contract.IntakeEvent.Registration;
import cn.hotline.intake.contract.IntakeEvent.TicketRegistered;
import cn.hotline.routing.catalogue.Recommender;
import cn.hotline.routing.catalogue.model.Confidence;
import cn.hotline.routing.classification.Categories;
import cn.hotline.routing.classification.DangerEar;
import cn.hotline.routing.contract.RoutingEvent;
import cn.hotline.routing.contract.RoutingEvent.Unit;
import cn.hotline.routing.deadline.CalendarFile;
import cn.hotline.routing.deadline.TimeLimitFile;
import cn.hotline.routing.deadline.model.DeadlinePolicy;
import cn.hotline.routing.deadline.model.Ladder;
import cn.hotline.routing.deadline.model.OpenHours;
import cn.hotline.routing.deadline.model.Terms;
import cn.hotline.routing.deadline.model.TimeLimit;
import cn.hotline.routing.dispatch.Assessor;
import cn.hotline.routing.dispatch.DispatchDesk;
import cn.hotline.routing.dispatch.Dispatches;
import cn.hotline.routing.dispatch.EmergencyCover;
import cn.hotline.routing.dispatch.Holding;
import cn.hotline.routing.dispatch.Reminders;
import cn.hotline.routing.dispatch.ReplyReading;
import cn.hotline.routing.dispatch.UnitDesk;
import cn.hotline.routing.dispatch.model.Contact;
import cn.hotline.routing.dispatch.model.Staff;
import cn.hotline.routing.dispatch.model.TicketNumber;
import cn.hotline.routing.dispatch.model.Viewer;
import cn.hotline.routing.dispatch.mongo.MongoDispatches;
import cn.hotline.routing.knowledge.KnowledgeFiles;
import cn.hotline.routing.place.Divisions;
import cn.hotline.routing.replycheck.Copies;
import cn.hotline.routing.replycheck.ReplyCheck;
import cn.hotline.routing.roster.Rosters;
import cn.hotline.routing.roster.mongo.MongoRosters;
import cn.hotline.routing.units.Units;
import cn.hotline.routing.units.model.Post;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** 到期提醒 in a full city: 5,000 open tickets, the oldest 200 overdue, two replicas. */
@Tag("slow")
class ManyRemindersIT {

    private static final int OPEN = 5_000;
    private static final int OVERDUE = 200;
    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
    private static final String OVERDUE_TYPE = "cn.hotline.routing.ticket-overdue.v1";
    private static final KnowledgeFiles FILES = KnowledgeFiles.ofClassPath();
    private static final Units UNITS = Units.load(FILES);
    private static final ReplyCheck CHECK = ReplyCheck.load(FILES, DangerEar.load(FILES));
    private static final Copies COPIES = Copies.load(FILES);
    private static final Staff CLERK = new Staff("unit-630103", "李芳", new Unit("630103", "城中区政府"), Post.CLERK);
    private static final DeadlinePolicy POLICY = new DeadlinePolicy(
            TimeLimitFile.load(FILES, Instant.EPOCH).limits(),
            CalendarFile.load(FILES, Instant.EPOCH)
                    .opened(List.of(OpenHours.of("08:30-12:00"), OpenHours.of("14:30-18:00")), ChassisWiring.ZONE),
            new Terms(TimeLimit.of("1wd"), TimeLimit.of("10min"), 1, 10, LocalTime.of(17, 0)),
            new Ladder(Duration.ofMinutes(5), Duration.ofMinutes(8), Duration.ofMinutes(12)));

    @TempDir
    Path folder;

    @Test
    void theOldestTwoHundredAreEachToldOfOnceWithinOneSweep() {
        try (OpenStore opened = OpenStore.in(folder);
                Replica one = new Replica(opened.store.uri());
                Replica other = new Replica(opened.store.uri())) {
            one.store.createIndexes().block();
            Flux.range(0, OPEN).flatMap(one::open, 128).blockLast();
            assertThat(overdue(one)).isEmpty();

            long began = System.nanoTime();
            long told = Flux.merge(one.sweep(), other.sweep())
                    .reduce(0L, Long::sum)
                    .blockOptional()
                    .orElseThrow();
            Duration took = Duration.ofNanos(System.nanoTime() - began);

            assertThat(told).isEqualTo(OVERDUE);
            assertThat(overdue(one)).hasSize(OVERDUE).doesNotHaveDuplicates().allSatisfy(number -> assertThat(number)
                    .startsWith("XN261115-"));
            assertThat(one.sweep().block()).isZero();
            System.out.printf("reminders %d%nsweep-ms %d%n", told, took.toMillis());
        }
    }

    /** Numbers of tickets of which it was told that they are overdue, once for each telling. */
    private static List<String> overdue(Replica replica) {
        Collection<Document> documents = all(replica.client
                .getDatabase("routing")
                .getCollection("dispatches")
                .find(new Document("outbox.type", OVERDUE_TYPE)));
        List<String> numbers = new ArrayList<>();
        documents.stream()
                .sorted(Comparator.comparing(document -> document.getString("_id")))
                .forEach(document -> document.getList("outbox", Document.class).stream()
                        .filter(told -> told.getString("type").equals(OVERDUE_TYPE))
                        .forEach(told -> numbers.add(document.getString("_id"))));
        return numbers;
    }

    /** One process of routing-service, as far as it reminds. */
    private static final class Replica implements AutoCloseable {

        private final MongoClient client;
        private final DocumentStore<RoutingEvent> store;
        private final Dispatches dispatches;
        private final Rosters rosters;
        private final Assessor assessor = new Assessor(
                Recommender.load(FILES, new Confidence(0.6, 0.7)), Categories.load(FILES), Divisions.load(FILES));

        Replica(String uri) {
            client = MongoClients.create(uri);
            EventFamily<RoutingEvent> family = new EventFamily<>(
                    RoutingEvent.class,
                    RoutingEvent.TOPIC,
                    RoutingEvent.WIRE_NAMES,
                    RoutingEvent::number,
                    RoutingEvent::at);
            store = new DocumentStore<>(
                    client.getDatabase("routing"),
                    family,
                    (documents, id, outbox) -> {},
                    new SimpleMeterRegistry(),
                    Clock.fixed(NOW, ChassisWiring.ZONE));
            dispatches = new MongoDispatches(store);
            rosters = new MongoRosters(store);
        }

        /** A ticket of now; of the last 200 one of eight days ago, signed and spoken of, which had seven to finish. */
        Mono<?> open(int which) {
            boolean old = which >= OPEN - OVERDUE;
            Instant at = old ? NOW.minus(Duration.ofDays(8)).plusSeconds(which) : NOW.minusSeconds(which);
            String number = (old ? "XN261115-%06d" : "XN261123-%06d").formatted(which);
            Clock then = Clock.fixed(at, ChassisWiring.ZONE);
            Mono<?> opened = new DispatchDesk(
                            dispatches, assessor, new EmergencyCover(rosters, UNITS), () -> POLICY, then)
                    .open(registered(number, at))
                    .contextWrite(
                            Cause.event("630100", "/intake/ticket", 1, null).context());
            return old ? opened.then(inHand(number, at, then)) : opened;
        }

        private ReplyReading reading() {
            return new ReplyReading(dispatches, CHECK, COPIES, new SimpleMeterRegistry());
        }

        private Mono<?> inHand(String number, Instant at, Clock then) {
            Holding held = new Holding(Viewer.ofUnit(CLERK, at), new TicketNumber(number), null);
            UnitDesk units = new UnitDesk(
                    dispatches, UNITS, assessor, new EmergencyCover(rosters, UNITS), () -> POLICY, reading(), then);
            return units.acknowledge(held)
                    .then(units.contact(held, new Contact(Contact.Method.PHONE, at, "已联系")))
                    .contextWrite(Cause.command("630100", "test", null, null).context());
        }

        Mono<Long> sweep() {
            return new Reminders(dispatches, rosters, () -> POLICY, Clock.fixed(NOW, ChassisWiring.ZONE))
                    .tell()
                    .contextWrite(Cause.command("630100", "routing", null, null).context());
        }

        private static TicketRegistered registered(String number, Instant at) {
            Matter matter = new Matter(
                    "COMPLAINT",
                    "物业公司长期不清理楼道垃圾",
                    "小区物业公司收了物业费，楼道卫生一直没人打扫，业委会多次反映物业不管。",
                    new Place("城中区南川西路", null, null, null),
                    null,
                    null,
                    null,
                    at);
            return new TicketRegistered(
                    number,
                    new Registration("PHONE", "CALL", null, "caller-1", false, false, true, matter, at, null),
                    at);
        }

        @Override
        public void close() {
            client.close();
        }
    }
}
