package cn.hotline.intake.callers.mongo;

import static cn.hotline.intake.Story.done;
import static org.assertj.core.api.Assertions.assertThat;

import cn.hotline.access.Role;
import cn.hotline.access.testing.SignedIn;
import cn.hotline.chassis.mongo.DocumentStore;
import cn.hotline.intake.StoreInMemory;
import cn.hotline.intake.callers.Callers;
import cn.hotline.intake.callers.KeyRotation;
import cn.hotline.intake.callers.KnownCaller;
import cn.hotline.intake.callers.keys.KeyRing;
import cn.hotline.intake.callers.model.Ciphertext;
import cn.hotline.intake.callers.model.PhoneNumber;
import cn.hotline.intake.callers.model.Rotation;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.BsonDocument;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keys are renewed while callers call, are looked at and are forgotten. */
class KeyRotationIT {

    private static final StoreInMemory STORE = new StoreInMemory();
    private static final Duration SETTLING = Duration.ofMillis(800);

    @TempDir
    Path folder;

    private DocumentStore<?> documents;
    private KeyRing ring;
    private Callers callers;

    @AfterAll
    static void stop() {
        STORE.close();
    }

    @BeforeEach
    void service() {
        documents = STORE.documents();
        ring = opened();
        callers = new MongoCallers(documents, ring);
    }

    @Test
    void underLoadNobodyIsLostAndNobodyDoubled() {
        Map<PhoneNumber, String> tokens = new ConcurrentHashMap<>();
        Map<PhoneNumber, Ciphertext> sealed = new ConcurrentHashMap<>();
        call(0, 600, tokens, sealed);
        Set<Integer> before = wrappedBy();
        KeyRotation rotation = rotation();
        done(rotation.begin().contextWrite(SignedIn.as(Role.ADMIN).context()));

        Mono<Void> load = Flux.range(0, 4_000)
                .flatMap(i -> call(i % 900, tokens, sealed), 16)
                .then();
        done(Mono.when(rotation.carryOn(), load).thenReturn(true));

        assertThat(done(rotation.latest()).isFinished()).isTrue();
        assertThat(done(rotation.latest()).renewed()).isGreaterThanOrEqualTo(600);
        assertThat(wrappedBy()).hasSize(1).doesNotContainAnyElementsOf(before);
        assertThat(stored()).hasSize(900);
        assertThat(new HashSet<>(tokens.values())).hasSize(900);
        assertThat(ring.keys().holdsOlder()).isFalse();
        sealed.forEach((phone, text) -> assertThat(
                        done(callers.of(tokens.get(phone))).seal().open("t/content", text))
                .isEqualTo(phone.value()));
    }

    @Test
    void whoeverIsInterruptedIsCarriedOnByAnother() {
        call(0, 500, new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
        Rotation begun =
                done(rotation().begin().contextWrite(SignedIn.as(Role.ADMIN).context()));
        assertThat(begun.total()).isEqualTo(500);
        MongoRotations interrupted = new MongoRotations(documents, ring);
        done(interrupted.renew(null, 200).map(begun::with).delayUntil(interrupted::save));

        ring = opened();
        callers = new MongoCallers(documents, ring);
        KeyRotation another = rotation();
        assertThat(done(another.latest()).looked()).isEqualTo(200);
        done(another.carryOn().thenReturn(true));
        Rotation finished = done(another.latest());
        assertThat(finished.isFinished()).isTrue();
        assertThat(finished.renewed()).isEqualTo(500);
        assertThat(wrappedBy()).hasSize(1);
    }

    @Test
    void askingAgainCarriesOnWithTheSame() {
        call(0, 10, new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
        Mono<Rotation> asking =
                rotation().begin().contextWrite(SignedIn.as(Role.ADMIN).context());
        assertThat(done(asking).beganAt()).isEqualTo(done(asking).beganAt());
    }

    @Test
    void whoIsForgottenMeanwhileDoesNotComeBack() {
        KnownCaller caller = done(callers.known(phone(1)));
        done(ring.renew());
        BsonDocument old = stored().get(0);
        MongoRotations rotations = new MongoRotations(documents, ring);
        done(callers.forget(caller.token()));
        done(rotations.renew(null, 10));
        assertThat(stored()).isEmpty();
        assertThat(old.getString("token").getValue()).isEqualTo(caller.token());
    }

    /** One process reads the key file a second later than the other, and both meet the same new caller. */
    @Test
    void aCallerMadeKnownTwiceKeepsBothKeys() {
        KeyRing late = opened();
        done(ring.renew());
        KnownCaller one = done(callers.known(phone(1)));
        KnownCaller other = done(new MongoCallers(documents, late).known(phone(1)));
        assertThat(other.token()).isNotEqualTo(one.token());
        Ciphertext sealed = other.seal().close("t/content", "漏水");
        KeyRotation rotation = rotation();
        done(rotation.begin().contextWrite(SignedIn.as(Role.ADMIN).context()));
        done(rotation.carryOn().thenReturn(true));
        assertThat(wrappedBy()).hasSize(1);
        assertThat(done(callers.of(other.token())).seal().open("t/content", sealed))
                .isEqualTo("漏水");
        assertThat(done(callers.known(phone(1))).token()).isEqualTo(one.token());
    }

    @Test
    void keysPutIntoTheFileByAnOperatorAreTakenAsTheNewOnes() {
        call(0, 10, new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
        KeyRing elsewhere = opened();
        done(elsewhere.renew());
        done(ring.refresh().thenReturn(true));
        assertThat(ring.keys().wrappingId()).isEqualTo(elsewhere.keys().wrappingId());
        KeyRotation rotation = rotation();
        done(rotation.begin().contextWrite(SignedIn.as(Role.ADMIN).context()));
        done(rotation.carryOn().thenReturn(true));
        assertThat(wrappedBy()).containsExactly(elsewhere.keys().wrappingId());
    }

    private KeyRotation rotation() {
        return new KeyRotation(
                ring,
                new MongoRotations(documents, ring),
                act -> Mono.empty(),
                SETTLING,
                Clock.tickMillis(ZoneOffset.UTC));
    }

    private KeyRing opened() {
        KeyRing opened = new KeyRing(folder.resolve("keys.json"), new StoredKeyWitness(documents));
        done(opened.open().thenReturn(true));
        return opened;
    }

    private void call(int from, int to, Map<PhoneNumber, String> tokens, Map<PhoneNumber, Ciphertext> sealed) {
        done(Flux.range(from, to - from)
                .flatMap(i -> call(i, tokens, sealed), 16)
                .then(Mono.just(true)));
    }

    private Mono<KnownCaller> call(int i, Map<PhoneNumber, String> tokens, Map<PhoneNumber, Ciphertext> sealed) {
        PhoneNumber phone = phone(i);
        return callers.known(phone).doOnNext(caller -> {
            assertThat(tokens.computeIfAbsent(phone, any -> caller.token())).isEqualTo(caller.token());
            sealed.computeIfAbsent(phone, any -> caller.seal().close("t/content", phone.value()));
        });
    }

    private Set<Integer> wrappedBy() {
        Set<Integer> ids = new HashSet<>();
        stored().forEach(caller -> ids.add(caller.getInt32("wrappedBy").getValue()));
        return ids;
    }

    private List<BsonDocument> stored() {
        return done(Flux.from(documents.collection("callers", List.of()).find()).collectList());
    }

    private static PhoneNumber phone(int i) {
        return new PhoneNumber("1380000%04d".formatted(i));
    }
}
