package cn.hotline.intake.attachment.content;

import cn.hotline.chassis.Refused;
import cn.hotline.intake.attachment.model.AttachmentRefusal;
import cn.hotline.intake.attachment.model.FileName;
import cn.hotline.intake.attachment.model.FileType;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One file on its way in: counts it, looks into it and cuts it into parts. What is wrong with it is remembered, and the
 * rest read off, so that the answer reaches a sender who is still sending. To be {@link #letGo let go} at the end, however
 * it ends.
 *
 * <p>For one file; not thread-safe.
 */
public final class Incoming {

    public static final int LARGEST = 20 << 20;

    /** Small enough for one document and one message of the store. */
    static final int PART = 256 << 10;

    /** How many parts a file comes to at most. */
    public static final int MOST_PARTS = LARGEST / PART;

    /** What is read off beyond the largest size before the line is cut. */
    private static final int READ_OFF = 16 << 20;

    /** Where an archive that ends with its file has its last record: 22 bytes and a comment of 64 KiB. */
    private static final int END = 22 + 0xffff;

    /** Longer texts are for a document; these are held whole. */
    private static final int LARGEST_TEXT = 1 << 20;

    private final Contents contents;
    private final String sentName;
    private final MessageDigest digest = sha256();
    private final byte[] part = new byte[PART];
    private final List<byte[]> whole = new ArrayList<>();
    private boolean held;
    private int filled;
    private long size;
    private byte[] end = {};
    private @Nullable FileType type;
    private @Nullable Refused refusal;

    /** @param sentName as the sender wrote it */
    public Incoming(Contents contents, @Nullable String sentName) {
        this.contents = contents;
        this.sentName = sentName == null ? "" : sentName;
    }

    /** Takes more of the file; gives the parts that are full and not the last. */
    public List<byte[]> take(byte[] bytes) {
        size += bytes.length;
        if (refusal == null && size > LARGEST) {
            refusal = new Refused(AttachmentRefusal.TOO_LARGE);
        }
        List<byte[]> full = new ArrayList<>();
        for (int from = 0; from < bytes.length && refusal == null; ) {
            if (filled == PART) {
                full.add(cut());
            }
            int next = Math.min(PART - filled, bytes.length - from);
            System.arraycopy(bytes, from, part, filled, next);
            filled += next;
            from += next;
        }
        return full;
    }

    /** Whether so much came that even reading it off is too much. */
    public boolean isEndless() {
        return size > LARGEST + READ_OFF;
    }

    /**
     * The last part, and what the file was.
     *
     * @throws Refused when it is not taken
     */
    public Whole end() {
        byte[] last = refusal == null ? cut() : part;
        if (refusal == null) {
            judge();
        }
        if (refusal != null) {
            throw refusal;
        }
        return new Whole(
                last,
                FileName.clean(sentName).of(type),
                type,
                size,
                HexFormat.of().formatHex(digest.digest()));
    }

    private byte[] cut() {
        byte[] full = Arrays.copyOf(part, filled);
        filled = 0;
        digest.update(full);
        try {
            look(full);
        } catch (Refused wrong) {
            refusal = wrong;
        }
        return full;
    }

    private void look(byte[] next) {
        if (type == null) {
            Refused.unless(next.length > 0, AttachmentRefusal.EMPTY);
            type = contents.detect(next);
        }
        if (type.isToldByTheWhole()) {
            hold(next);
        }
        byte[] both = Arrays.copyOf(end, end.length + next.length);
        System.arraycopy(next, 0, both, end.length, next.length);
        end = Arrays.copyOfRange(both, Math.max(0, both.length - END), both.length);
    }

    private void hold(byte[] next) {
        Refused.unless(type != FileType.TEXT || size <= LARGEST_TEXT, AttachmentRefusal.TEXT_TOO_LARGE);
        if (!held) {
            contents.hold();
            held = true;
        }
        whole.add(next);
    }

    /** Nothing of it is needed any more. */
    public void letGo() {
        whole.clear();
        if (held) {
            held = false;
            contents.letGo();
        }
    }

    private void judge() {
        try {
            if (type.isToldByTheWhole()) {
                type = contents.detect(type, whole);
            }
            Refused.unless(!type.isMedia() || !Contents.endsAnArchive(end), AttachmentRefusal.SOMETHING_APPENDED);
            Refused.unless(FileName.clean(sentName).agreesWith(type), AttachmentRefusal.NAME_DISAGREES);
        } catch (Refused wrong) {
            refusal = wrong;
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A file that came in whole and is taken. */
    public record Whole(byte[] lastPart, FileName name, FileType type, long size, String sha256) {}
}
