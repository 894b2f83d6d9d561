package cn.hotline.evaluation.store;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class KeyWriterTest {

    private static final List<Object> VALUES = Arrays.asList(
            null,
            0,
            -0.0,
            1,
            1L,
            1.0,
            -1,
            -1.5,
            2.5,
            10,
            1e300,
            -1e300,
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY,
            Double.MIN_VALUE,
            Integer.MIN_VALUE,
            Integer.MAX_VALUE,
            -(1L << 62) - 1,
            (1L << 62) + 1,
            1L << 62,
            (1L << 53) + 1,
            1L << 53,
            (1L << 53) - 1,
            -(1L << 53) - 1,
            "",
            "\0",
            "\0\0",
            "a",
            "a\0",
            "a\0b",
            "a\u0001",
            "aa",
            "b",
            "西宁",
            "西宁市",
            "西安",
            "é",
            "\uFFFF",
            "𠮷",
            "\uD800",
            new Document("a", 1),
            new Document("a", 2),
            new Document(),
            true,
            false,
            Instant.EPOCH,
            Instant.ofEpochMilli(-1),
            Instant.ofEpochMilli(1_718_700_000_000L),
            new ObjectId("000000000000000000000000"),
            new ObjectId("6671a0f1ffffffffffffffff"),
            new UUID(0, 1),
            new UUID(-1, 1),
            new BinData(new byte[] {1}),
            new BinData(new byte[] {-1}),
            new BinData(new byte[] {0, 0}),
            MinKey.getInstance(),
            MaxKey.getInstance());

    private static byte[] bytes(Object value, boolean ascending) {
        return new KeyWriter().component(value, ascending).toBytes();
    }

    @Test
    void bytesCompareAsTheValuesDo() {
        for (Object one : VALUES) {
            for (Object other : VALUES) {
                int expected = Integer.signum(ValueComparator.asc().compare(one, other));
                assertThat(Integer.signum(Arrays.compareUnsigned(bytes(one, true), bytes(other, true))))
                        .as("%s against %s", one, other)
                        .isEqualTo(expected);
                assertThat(Integer.signum(Arrays.compareUnsigned(bytes(one, false), bytes(other, false))))
                        .as("%s against %s, descending", one, other)
                        .isEqualTo(-expected);
            }
        }
    }

    @Test
    void noValuesBytesBeginAnothers() {
        for (Object one : VALUES) {
            for (Object other : VALUES) {
                byte[] shorter = bytes(one, true);
                byte[] longer = bytes(other, true);
                if (longer.length > shorter.length) {
                    assertThat(Arrays.copyOf(longer, shorter.length)).isNotEqualTo(shorter);
                }
            }
        }
    }

    @Test
    void oneNumberIsOneKeyWhateverItsType() {
        assertThat(Key.of(1)).isEqualTo(Key.of(1L)).isEqualTo(Key.of(1.0)).hasSameHashCodeAs(Key.of(1L));
        assertThat(Key.of(1)).isNotEqualTo(Key.of("1")).isNotEqualTo(Key.of(2));
    }

    @Test
    void documentsAreOneKeyOnlyFieldByField() {
        Document id = new Document("tenant", "xining").append("n", 1);

        assertThat(Key.of(id)).isEqualTo(Key.of(new Document("tenant", "xining").append("n", 1L)));
        assertThat(Key.of(id)).isNotEqualTo(Key.of(new Document("n", 1).append("tenant", "xining")));
        assertThat(Key.of(id)).isNotEqualTo(Key.of(new Document("tenant", "xining")));
    }
}
