package cn.hotline.evaluation.store;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.LegacyUUID;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes BSON values as bytes whose unsigned order is the order in which mongo-java-server sorts the values, one after
 * the other. No value's bytes begin another's, so that tuples compare component by component.
 *
 * <p>A descending component is written with all bits inverted. Missing is written as null, and numbers by value, as
 * the query language compares them. Decimals count as doubles here.
 */
final class KeyWriter {

    /** First bytes of the values, in MongoDB's order of types. Neither 0 nor 255, so that these can end ranges. */
    static final int MIN_KEY = 0x05;

    static final int NULL = 0x10;
    static final int NUMBER = 0x20;
    static final int STRING = 0x30;
    static final int DOCUMENT = 0x40;
    static final int ARRAY = 0x50;
    static final int BINARY = 0x60;
    static final int LEGACY_UUID = 0x64;
    static final int UUID_TYPE = 0x68;
    static final int OBJECT_ID = 0x70;
    static final int BOOLEAN = 0x80;
    static final int INSTANT = 0x90;
    static final int TIMESTAMP = 0xA0;
    static final int REGULAR_EXPRESSION = 0xB0;
    static final int OTHER = 0xC0;
    static final int MAX_KEY = 0xF0;

    private byte[] bytes;
    private int length;

    KeyWriter() {
        this(new byte[64], 0);
    }

    private KeyWriter(byte[] bytes, int length) {
        this.bytes = bytes;
        this.length = length;
    }

    /** A writer that goes on from here, leaving this one as it is. */
    KeyWriter copy() {
        return new KeyWriter(bytes.clone(), length);
    }

    KeyWriter ascending(@Nullable Object value) {
        write(value);
        return this;
    }

    KeyWriter component(@Nullable Object value, boolean ascending) {
        int start = length;
        write(value);
        if (!ascending) {
            invert(start);
        }
        return this;
    }

    /** One byte as it is: to end a range. */
    KeyWriter raw(int value) {
        put(value);
        return this;
    }

    KeyWriter raw(byte[] values) {
        put(values);
        return this;
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    /** First byte of a value's bytes. */
    static int typeOf(@Nullable Object value) {
        if (Missing.isNullOrMissing(value)) {
            return NULL;
        } else if (value instanceof Number) {
            return NUMBER;
        } else if (value instanceof String) {
            return STRING;
        } else if (value instanceof Map) {
            return DOCUMENT;
        } else if (value instanceof Collection) {
            return ARRAY;
        } else if (value instanceof Instant) {
            return INSTANT;
        } else if (value instanceof Boolean) {
            return BOOLEAN;
        } else if (value instanceof ObjectId) {
            return OBJECT_ID;
        } else if (value instanceof UUID) {
            return UUID_TYPE;
        } else if (value instanceof LegacyUUID) {
            return LEGACY_UUID;
        } else if (value instanceof BinData) {
            return BINARY;
        } else if (value instanceof BsonTimestamp) {
            return TIMESTAMP;
        } else if (value instanceof BsonRegularExpression) {
            return REGULAR_EXPRESSION;
        } else if (value instanceof MinKey) {
            return MIN_KEY;
        } else if (value instanceof MaxKey) {
            return MAX_KEY;
        }
        return OTHER;
    }

    private void write(@Nullable Object value) {
        int type = typeOf(value);
        put(type);
        writeContent(type, value);
    }

    private void writeContent(int type, @Nullable Object value) {
        if (value instanceof Number number) {
            writeNumber(number);
        } else if (value instanceof String text) {
            writeText(text);
        } else if (value instanceof Map<?, ?> document) {
            writeDocument(document);
        } else if (value instanceof Collection<?> elements) {
            elements.forEach(this::write);
            put(0);
        } else if (value instanceof Instant instant) {
            putLong(instant.toEpochMilli() ^ Long.MIN_VALUE);
        } else if (value instanceof Boolean truth) {
            put(truth ? 1 : 0);
        } else if (value instanceof ObjectId id) {
            put(id.toByteArray());
        } else if (value instanceof UUID uuid) {
            putUuid(uuid);
        } else if (value instanceof LegacyUUID uuid) {
            putUuid(uuid.getUuid());
        } else if (value instanceof BinData data) {
            putInt(data.getData().length);
            put(data.getData());
        } else if (value instanceof BsonTimestamp timestamp) {
            putLong(timestamp.getValue());
        } else if (value instanceof BsonRegularExpression expression) {
            writeText(expression.getPattern());
            writeText(String.valueOf(expression.getOptions()));
        } else if (type == OTHER) {
            writeText(String.valueOf(value));
        }
    }

    /** The double, then what a long is more or less than its double (at most 1024). */
    private void writeNumber(Number number) {
        double value = number.doubleValue() == 0 ? 0 : number.doubleValue();
        long bits = Double.doubleToLongBits(value);
        putLong(bits < 0 ? ~bits : bits | Long.MIN_VALUE);
        long rest = number instanceof Long exact ? exact - (long) value : 0;
        put((int) (rest + 0x8000) >> 8);
        put((int) rest);
    }

    /** UTF-16 units one by one (the order of {@link String#compareTo}); a zero byte ends, so a NUL is doubled. */
    private void writeText(String text) {
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit == 0) {
                put(0);
                put(0xFF);
            } else if (unit < 0x80) {
                put(unit);
            } else if (unit < 0x800) {
                put(0xC0 | unit >> 6);
                put(0x80 | unit & 0x3F);
            } else {
                put(0xE0 | unit >> 12);
                put(0x80 | unit >> 6 & 0x3F);
                put(0x80 | unit & 0x3F);
            }
        }
        put(0);
        put(0x01);
    }

    /** Field by field: type, name, content, as mongo-java-server compares documents. */
    private void writeDocument(Map<?, ?> document) {
        document.forEach((name, value) -> {
            int type = typeOf(value);
            put(type);
            writeText((String) name);
            writeContent(type, value);
        });
        put(0);
    }

    private void invert(int from) {
        for (int i = from; i < length; i++) {
            bytes[i] = (byte) ~bytes[i];
        }
    }

    private void putUuid(UUID uuid) {
        putLong(uuid.getMostSignificantBits());
        putLong(uuid.getLeastSignificantBits());
    }

    private void putLong(long value) {
        putInt((int) (value >>> 32));
        putInt((int) value);
    }

    private void putInt(int value) {
        put(value >> 24);
        put(value >> 16);
        put(value >> 8);
        put(value);
    }

    private void put(byte[] values) {
        for (byte value : values) {
            put(value);
        }
    }

    private void put(int value) {
        if (length == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * length);
        }
        bytes[length++] = (byte) value;
    }
}
