package cn.hotline.benchmark.bare;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.qos.logback.classic.Level;
import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.connection.TransportSettings;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes a registration, checks that it says something, writes one document, tells Kafka one record, waits for both and
 * answers 201: no service that promises as much can do with less.
 *
 * <p>Store, sync, write concern, driver and producer are set as the services' are. See RATIONALE.md.
 */
public final class BareHandler {

    /** Answers GET when it is ready, and takes registrations with POST. */
    public static final String PATH = "/bare";

    private static final String NAME = "hotline_benchmark";
    private static final String TOPIC = "hotline.benchmark";
    private static final int PARTITIONS = 12;
    private static final int LONGEST_TEXT = 4_000;

    private final MongoCollection<BsonDocument> documents;
    private final Producer<byte[], byte[]> producer;
    private final JsonMapper json = new JsonMapper();
    private final String run = "B" + Long.toString(System.currentTimeMillis(), Character.MAX_RADIX) + "-";
    private final AtomicLong last = new AtomicLong();

    private BareHandler(MongoCollection<BsonDocument> documents, Producer<byte[], byte[]> producer) {
        this.documents = documents;
        this.producer = producer;
    }

    /** @param arguments port, address of the store, bootstrap servers */
    public static void main(String... arguments) throws ExecutionException, InterruptedException {
        if (LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME) instanceof ch.qos.logback.classic.Logger root) {
            // The driver logs every command where nobody says otherwise.
            root.setLevel(Level.WARN);
        }
        MongoClient mongo = mongo(arguments[1]);
        Admin admin = Admin.create(Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, arguments[2]));
        admin.createTopics(List.of(new NewTopic(TOPIC, Optional.of(PARTITIONS), Optional.empty())))
                .all()
                .get();
        Producer<byte[], byte[]> producer = producer(arguments[2]);
        producer.partitionsFor(TOPIC);
        BareHandler handler =
                new BareHandler(mongo.getDatabase(NAME).getCollection("tickets", BsonDocument.class), producer);
        DisposableServer server = handler.listen(Integer.parseInt(arguments[0]));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            server.disposeNow();
            producer.close(Duration.ofSeconds(5));
            admin.deleteTopics(List.of(TOPIC));
            Mono.from(handler.documents.drop()).onErrorComplete().block(Duration.ofSeconds(5));
            admin.close(Duration.ofSeconds(5));
        }));
        server.onDispose().block();
    }

    /** The driver on the JDK's channels, as the services use it. */
    private static MongoClient mongo(String uri) {
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri))
                .transportSettings(TransportSettings.asyncBuilder().build())
                .build());
    }

    /** The settings of the services' outbox relay. */
    private static Producer<byte[], byte[]> producer(String servers) {
        Map<String, Object> settings = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                servers,
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                true,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                Integer.MAX_VALUE,
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                5_000,
                ProducerConfig.LINGER_MS_CONFIG,
                5,
                ProducerConfig.BATCH_SIZE_CONFIG,
                128 << 10);
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private DisposableServer listen(int port) {
        var routes = RouterFunctions.route(RequestPredicates.GET(PATH), ready -> ServerResponse.ok()
                        .build())
                .andRoute(RequestPredicates.POST(PATH), this::register);
        return HttpServer.create()
                .host("127.0.0.1")
                .port(port)
                .handle(new ReactorHttpHandlerAdapter(RouterFunctions.toHttpHandler(routes)))
                .bindNow();
    }

    private Mono<ServerResponse> register(ServerRequest request) {
        return request.bodyToMono(Asked.class)
                .flatMap(asked -> asked.isValid()
                        ? store(asked)
                        : ServerResponse.unprocessableContent().build());
    }

    private Mono<ServerResponse> store(Asked asked) {
        String number = run + last.incrementAndGet();
        Instant at = Instant.now();
        return Mono.from(documents.insertOne(asked.document(number, at)))
                .then(Mono.defer(() -> tell(number, asked)))
                .then(Mono.defer(() -> ServerResponse.created(URI.create(PATH + "/" + number))
                        .bodyValue(new Registered(number, at.toString(), 1))));
    }

    private Mono<Void> tell(String number, Asked asked) {
        var event = new ProducerRecord<>(TOPIC, number.getBytes(UTF_8), json.writeValueAsBytes(asked));
        return Mono.create(sink -> producer.send(event, (metadata, problem) -> {
            if (problem == null) {
                sink.success();
            } else {
                sink.error(problem);
            }
        }));
    }

    /** A registration as it is sent; what is not named here is left out. */
    record Asked(String channel, String kind, Caller caller, String content, Place place) {

        boolean isValid() {
            return channel != null
                    && kind != null
                    && content != null
                    && !content.isBlank()
                    && content.codePointCount(0, content.length()) <= LONGEST_TEXT;
        }

        BsonDocument document(String number, Instant at) {
            return new BsonDocument("_id", new BsonString(number))
                    .append("version", new BsonInt64(1))
                    .append("channel", new BsonString(channel))
                    .append("kind", new BsonString(kind))
                    .append("name", new BsonString(caller.name()))
                    .append("phone", new BsonString(caller.phone()))
                    .append("content", new BsonString(content))
                    .append("place", new BsonString(place.text()))
                    .append("division", new BsonString(place.divisionCode()))
                    .append("registeredAt", new BsonDateTime(at.toEpochMilli()));
        }
    }

    record Caller(String name, String phone, boolean wantsReply) {}

    record Place(String text, String divisionCode) {}

    record Registered(String number, String registeredAt, long version) {}
}
