package cn.hotline.access.audit.model;

import cn.hotline.access.audit.model.RegisterLine.Kind;
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

    private final MessageDigest digest;

    private Hashes(byte layout) {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
        digest.update(layout);
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
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        number(bytes.length);
        digest.update(bytes);
        return this;
    }

    private Hashes number(long number) {
        for (int shift = 56; shift >= 0; shift -= 8) {
            digest.update((byte) (number >>> shift));
        }
        return this;
    }

    private String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
