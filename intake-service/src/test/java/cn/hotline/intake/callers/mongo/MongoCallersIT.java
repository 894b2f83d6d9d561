package cn.hotline.intake.callers.mongo;

import static cn.hotline.intake.Story.PHONE;
import static cn.hotline.intake.Story.done;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import cn.hotline.chassis.mongo.DocumentStore;
import cn.hotline.intake.StoreInMemory;
import cn.hotline.intake.callers.Callers;
import cn.hotline.intake.callers.CallersContract;
import cn.hotline.intake.callers.keys.KeyRing;
import java.nio.file.Path;
import java.util.List;
import org.bson.BsonDocument;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class MongoCallersIT extends CallersContract {

    private static final StoreInMemory STORE = new StoreInMemory();

    @TempDir
    Path folder;

    private DocumentStore<?> documents;

    @AfterAll
    static void stop() {
        STORE.close();
    }

    @Override
    protected Callers callers() {
        documents = STORE.documents();
        KeyRing ring = new KeyRing(folder.resolve("keys.json"), new StoredKeyWitness(documents));
        done(ring.open().thenReturn(true));
        return new MongoCallers(documents, ring);
    }

    @Test
    void aTenantsCallersAreItsOwn() {
        anotherTenantKnowsNobody();
    }

    @Test
    void theStoreHoldsNoNumber() {
        done(callers().known(PHONE));
        List<BsonDocument> stored = done(
                Flux.from(documents.collection("callers", List.of()).find()).collectList());
        assertThat(stored).singleElement().satisfies(caller -> {
            assertThat(caller.toJson()).doesNotContain("6627");
            assertThat(new String(caller.getBinary("phone").getData(), ISO_8859_1))
                    .doesNotContain("6627");
            assertThat(caller.getString("_id").getValue()).matches("630100:[0-9a-f]{8}:[0-9a-f]{64}");
            assertThat(caller.containsKey("wrappedBy")).isTrue();
        });
    }

    @Test
    void twoProcessesWithTheSameKeysKnowTheSameCallers() {
        Callers one = callers();
        KeyRing again = new KeyRing(folder.resolve("keys.json"), new StoredKeyWitness(documents));
        done(again.open().then(Mono.just(true)));
        assertThat(done(new MongoCallers(documents, again).known(PHONE)).token())
                .isEqualTo(done(one.known(PHONE)).token());
    }
}
