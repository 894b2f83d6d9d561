package cn.hotline.intake.callers.mongo;

import static com.mongodb.client.model.Filters.eq;

import cn.hotline.chassis.mongo.DocumentStore;
import cn.hotline.intake.callers.KeyWitness;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.List;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonString;
import reactor.core.publisher.Mono;

/** The witness as one document of collection {@code keys}; it is the service's, not a tenant's. */
public final class StoredKeyWitness implements KeyWitness {

    private static final BsonString ID = new BsonString("proof");

    private final MongoCollection<BsonDocument> keys;
    private final MongoCollection<BsonDocument> tickets;

    public StoredKeyWitness(DocumentStore<?> store) {
        this.keys = store.collection("keys", List.of());
        this.tickets = store.collection("tickets", List.of());
    }

    @Override
    public Mono<Proof> proof() {
        return Mono.from(keys.find(eq("_id", ID)).limit(1))
                .map(document -> new Proof(
                        document.getBinary("wrapped").getData(),
                        document.getString("hash").getValue()));
    }

    @Override
    public Mono<Void> keep(Proof proof) {
        BsonDocument document = new BsonDocument("_id", ID)
                .append("wrapped", new BsonBinary(proof.wrapped()))
                .append("hash", new BsonString(proof.hash()));
        return Mono.from(keys.replaceOne(eq("_id", ID), document, new ReplaceOptions().upsert(true)))
                .then();
    }

    @Override
    public Mono<Boolean> hasDocuments() {
        return Mono.from(tickets.find().limit(1)).hasElement();
    }
}
