package cn.hotline.access.audit.model;

import cn.hotline.access.audit.model.RegisterLine.Kind;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * SHA-256 over canonical bytes: each field with its length before it, in a fixed order, so that no two different
 * records have the same bytes. The layout is a promise: records are verified years after they were written.
 */
final class Hashes {

    private static final byte ENTRY = 'e';
    private static final byte LINE = 'l';
    private static final int ABSENT = -1;

    private ByteBuffer bytes = ByteBuffer.allocate(512);

    private Hashes(byte layout) {
        bytes.put(layout);
    }

    static String of(String before, String chain, long sequence, Entry entry) {
        Who who = entry.who();
        Hashes hashes = new Hashes(ENTRY)
                .text(before)
                .text(chain)
                .number(sequence)
                .number(entry.at().toEpochMilli())
                .text(who.tenant())
                .text(who.account())
                .text(who.name())
                .number(who.roles().size());
        who.roles().forEach(hashes::text);
        return hashes.text(who.unit())
                .text(who.position())
                .text(who.address())
                .text(entry.action())
                .text(entry.subject())
                .text(entry.reason())
                .text(entry.outcome().name())
                .hex();
    }

    static String of(String before, long sequence, Instant at, Kind kind, Anchor reached) {
        return new Hashes(LINE)
                .text(before)
                .number(sequence)
                .number(at.toEpochMilli())
                .text(kind.name())
                .text(reached.chain())
                .number(reached.sequence())
                .text(reached.hash())
                .hex();
    }

    private Hashes text(@Nullable String text) {
        if (text == null) {
            return number(ABSENT);
        }
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        number(utf8.length);
        room(utf8.length).put(utf8);
        return this;
    }

    private Hashes number(long number) {
        room(Long.BYTES).putLong(number);
        return this;
    }

    private ByteBuffer room(int more) {
        if (bytes.remaining() < more) {
            bytes = ByteBuffer.allocate(2 * bytes.capacity() + more).put(bytes.flip());
        }
        return bytes;
    }

    private String hex() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes.flip());
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
