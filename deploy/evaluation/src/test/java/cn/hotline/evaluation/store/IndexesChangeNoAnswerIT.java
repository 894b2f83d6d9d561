package cn.hotline.evaluation.store;

import static cn.hotline.evaluation.store.OpenStore.all;
import static cn.hotline.evaluation.store.OpenStore.one;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.reactivestreams.client.FindPublisher;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

/**
 * The same random documents and queries, with indexes and without. Never sorted by an array: there mongo-java-server
 * itself has no order.
 */
class IndexesChangeNoAnswerIT {

    private static final int DOCUMENTS = 400;
    private static final int ROUNDS = 3;
    private static final int QUERIES = 250;

    private static final List<String> SINGLE = List.of("a", "b", "n.x", "n.y");
    private static final List<String> MANY = List.of("tags", "items.p", "items.q", "mixed");

    @TempDir
    Path folder;

    private Random random;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void indexesChangeNoAnswer(long seed) {
        random = new Random(seed);
        try (OpenStore store = OpenStore.in(folder)) {
            MongoCollection<Document> plain = store.collection("plain");
            MongoCollection<Document> indexed = store.collection("indexed");
            one(indexed.createIndexes(indexes()));
            List<Document> documents =
                    IntStream.range(0, DOCUMENTS).mapToObj(this::document).toList();
            one(plain.insertMany(documents));
            one(indexed.insertMany(documents, new InsertManyOptions().ordered(false)));
            long before = store.store.examined();
            for (int round = 0; round < ROUNDS; round++) {
                for (int i = 0; i < QUERIES; i++) {
                    compare(plain, indexed);
                }
                change(plain, indexed);
            }
            assertThat(store.store.examined() - before)
                    .as("documents read, with and without indexes, if none had helped")
                    .isLessThan(2L * 2 * ROUNDS * QUERIES * DOCUMENTS * 3 / 4);
        }
    }

    private static List<IndexModel> indexes() {
        return List.of(
                new IndexModel(Indexes.ascending("a", "b")),
                new IndexModel(Indexes.compoundIndex(Indexes.ascending("n.x"), Indexes.descending("b"))),
                new IndexModel(Indexes.descending("b")),
                new IndexModel(Indexes.ascending("n.y"), new IndexOptions().sparse(true)),
                new IndexModel(Indexes.compoundIndex(Indexes.ascending("a", "tags"), Indexes.descending("n.x"))),
                new IndexModel(Indexes.ascending("tags", "b")),
                new IndexModel(Indexes.ascending("items.p", "items.q")),
                new IndexModel(Indexes.compoundIndex(Indexes.descending("mixed"), Indexes.ascending("a"))));
    }

    private void compare(MongoCollection<Document> plain, MongoCollection<Document> indexed) {
        Document filter = filter();
        Document sort = chance(2) ? sort() : null;
        int limit = chance(2) ? 1 + random.nextInt(20) : 0;
        int skip = chance(5) ? random.nextInt(10) : 0;
        Function<MongoCollection<Document>, List<Document>> answer = collection -> {
            FindPublisher<Document> found = collection.find(filter).skip(skip).limit(limit);
            return all(sort == null ? found : found.sort(sort));
        };
        List<Document> expected = answer.apply(plain);
        List<Document> actual = answer.apply(indexed);
        String question = filter + " sort " + sort + " skip " + skip + " limit " + limit;
        assertThat(actual).as(question).hasSameSizeAs(expected);
        if (sort != null) {
            assertThat(actual.stream().map(document -> values(document, sort)))
                    .as(question)
                    .containsExactlyElementsOf(expected.stream()
                            .map(document -> values(document, sort))
                            .toList());
        }
        if (limit == 0 && skip == 0) {
            assertThat(actual).as(question).containsExactlyInAnyOrderElementsOf(expected);
        }
        assertThat(one(indexed.countDocuments(filter))).as(question).isEqualTo(one(plain.countDocuments(filter)));
    }

    /** What a document is sorted by; numbers as doubles, nothing as null. */
    private static List<Object> values(Document document, Document sort) {
        return sort.keySet().stream()
                .map(path -> path.contains(".")
                        ? document.getEmbedded(List.of(path.split("\\.")), Object.class)
                        : document.get(path))
                .map(value -> value instanceof Number number ? (Object) (number.doubleValue() + 0.0) : value)
                .toList();
    }

    private void change(MongoCollection<Document> plain, MongoCollection<Document> indexed) {
        for (int i = 0; i < DOCUMENTS / 4; i++) {
            Document id = new Document("_id", random.nextInt(DOCUMENTS));
            Document update = new Document("$set", new Document("a", single()).append("mixed", many()))
                    .append("$inc", new Document("b2", 1))
                    .append("$unset", new Document("n.y", 1))
                    .append("$push", new Document("tags", word()));
            for (MongoCollection<Document> collection : List.of(plain, indexed)) {
                one(
                        i % 5 == 0
                                ? Mono.from(collection.deleteOne(id)).then()
                                : Mono.from(collection.updateOne(id, update)).then());
            }
        }
        Document filter = new Document("a", new Document("$gt", 2));
        for (MongoCollection<Document> collection : List.of(plain, indexed)) {
            one(collection.updateMany(filter, new Document("$set", new Document("n.x", 1))));
        }
    }

    // ---- random documents

    private Document document(int id) {
        Document document = new Document("_id", id);
        put(document, "a", single());
        put(document, "b", single());
        document.append("tags", words());
        if (!chance(6)) {
            Document nested = new Document();
            put(nested, "x", single());
            put(nested, "y", single());
            document.append("n", nested);
        }
        if (!chance(4)) {
            document.append(
                    "items",
                    Stream.generate(this::item).limit(random.nextInt(4)).toList());
        }
        put(document, "mixed", many());
        return document;
    }

    private Object item() {
        if (chance(10)) {
            return random.nextInt(4);
        }
        Document item = new Document();
        put(item, "p", single());
        put(item, "q", chance(4) ? words() : single());
        return item;
    }

    private void put(Document document, String name, Object value) {
        if (!chance(6)) {
            document.append(name, value);
        }
    }

    private Object many() {
        return switch (random.nextInt(4)) {
            case 0 -> List.of();
            case 1 -> Arrays.asList(single(), single());
            case 2 -> List.of(List.of(1, 2), 3);
            default -> single();
        };
    }

    private Object single() {
        return switch (random.nextInt(9)) {
            case 0 -> null;
            case 1 -> (long) random.nextInt(5);
            case 2 -> random.nextInt(10) / 2.0;
            case 3 -> word();
            case 4 -> random.nextBoolean();
            case 5 -> new Date(random.nextInt(4) * 1000L);
            default -> random.nextInt(5);
        };
    }

    private String word() {
        return List.of("物业", "噪音", "供水", "a", "", "a\0b").get(random.nextInt(6));
    }

    private List<String> words() {
        return Stream.generate(this::word).limit(random.nextInt(4)).toList();
    }

    // ---- random queries

    private Document filter() {
        Document filter = new Document();
        for (int parts = random.nextInt(4); parts > 0; parts--) {
            filter.append(path(), chance(3) ? operators() : scalar());
        }
        if (chance(4)) {
            filter.append("$and", List.of(new Document(path(), operators()), new Document(path(), operators())));
        }
        if (chance(10)) {
            filter.append("$or", List.of(new Document(path(), scalar()), new Document(path(), operators())));
        }
        if (chance(6)) {
            filter.append("_id", new Document("$gte", random.nextInt(DOCUMENTS)));
        }
        return filter;
    }

    private String path() {
        List<String> paths = chance(3) ? MANY : SINGLE;
        return paths.get(random.nextInt(paths.size()));
    }

    private Object scalar() {
        return chance(3) ? word() : single();
    }

    private Document operators() {
        return switch (random.nextInt(8)) {
            case 0 -> new Document("$in", several());
            case 1 -> new Document("$gt", scalar());
            case 2 -> new Document("$gte", scalar()).append("$lt", scalar());
            case 3 -> new Document("$lte", scalar());
            case 4 -> new Document("$ne", chance(2) ? null : scalar());
            case 5 -> new Document("$all", several());
            case 6 -> new Document("$exists", random.nextBoolean());
            default -> new Document("$eq", scalar());
        };
    }

    private List<Object> several() {
        List<Object> values = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            values.add(scalar());
        }
        return values;
    }

    private Document sort() {
        Document sort = new Document();
        for (int i = random.nextInt(2); i >= 0; i--) {
            sort.append(SINGLE.get(random.nextInt(SINGLE.size())), random.nextBoolean() ? 1 : -1);
        }
        return sort;
    }

    private boolean chance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }
}
