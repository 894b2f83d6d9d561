package cn.hotline.intake.attachment.content;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Map.entry;

import cn.hotline.chassis.Refused;
import cn.hotline.intake.attachment.model.AttachmentRefusal;
import cn.hotline.intake.attachment.model.FileType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;

/**
 * Tells what a file is by looking into it; its name is not asked. Some files must be held whole for that; how many at once
 * is bounded, or a few senders could fill the memory. Thread-safe.
 */
public final class Contents {

    /** Archives inside are told apart by {@link #office}; what Tika calls a film differs between its makers. */
    private static final Map<String, FileType> TAKEN = Map.ofEntries(
            entry("image/jpeg", FileType.JPEG),
            entry("image/png", FileType.PNG),
            entry("image/webp", FileType.WEBP),
            entry("image/heic", FileType.HEIC),
            entry("image/heif", FileType.HEIC),
            entry("application/pdf", FileType.PDF),
            entry("application/zip", FileType.DOCX),
            entry("application/x-tika-ooxml", FileType.DOCX),
            entry("video/mp4", FileType.MP4),
            entry("application/mp4", FileType.MP4),
            entry("video/quicktime", FileType.MP4),
            entry("audio/mp4", FileType.M4A),
            entry("audio/mpeg", FileType.MP3),
            entry("audio/vnd.wave", FileType.WAV),
            entry("audio/amr", FileType.AMR),
            entry("text/plain", FileType.TEXT),
            // Text in GB18030, among much else: the whole of it tells.
            entry("application/octet-stream", FileType.TEXT));

    private static final byte[] PDF = "%PDF-".getBytes(UTF_8);
    private static final byte[] FILM = "ftyp".getBytes(UTF_8);
    private static final byte[] APPLE_FILM = "ftypqt".getBytes(UTF_8);
    private static final byte[] END_OF_ARCHIVE = {'P', 'K', 5, 6};

    /** What a page or a program is written in, wherever it stands: a text that holds it is no text of a caller. */
    private static final Pattern RUNS = Pattern.compile(
            "^\\s*(#!|<)|<\\s*(script|html|svg|iframe|object|embed|body|!doctype|\\?php|\\?xml)",
            Pattern.CASE_INSENSITIVE);

    private static final String PARTS_LIST = "[Content_Types].xml";
    private static final int LONGEST_PARTS_LIST = 1 << 20;

    /** An office file of the largest size, ten times packed: more is made to exhaust whoever opens it. */
    private static final long LARGEST_UNPACKED = 200L << 20;

    private static final int HELD_AT_ONCE = 4;

    private final MimeTypes types = MimeTypes.getDefaultMimeTypes();
    private final Semaphore held = new Semaphore(HELD_AT_ONCE);

    /** @throws Refused when too many are held whole already */
    void hold() {
        Refused.unless(held.tryAcquire(), AttachmentRefusal.TOO_MANY_AT_ONCE);
    }

    void letGo() {
        held.release();
    }

    /**
     * What the file is, as far as its beginning tells.
     *
     * @param beginning its first 64 KiB at least, or all of it
     * @throws Refused when it is nothing that is taken
     */
    FileType detect(byte[] beginning) {
        FileType found = TAKEN.get(detected(beginning));
        Refused.unless(found != null, AttachmentRefusal.TYPE_NOT_TAKEN);
        // Readers look for a PDF further down, too, behind whatever else the file says it is.
        Refused.unless(found != FileType.PDF || startsWith(beginning, PDF), AttachmentRefusal.TYPE_NOT_TAKEN);
        return found == FileType.MP4 ? film(beginning) : found;
    }

    /** ISO/IEC 14496-12: a film names its format in its first box. */
    private static FileType film(byte[] beginning) {
        Refused.unless(startsWith(beginning, FILM, 4), AttachmentRefusal.TYPE_NOT_TAKEN);
        return startsWith(beginning, APPLE_FILM, 4) ? FileType.MOV : FileType.MP4;
    }

    /** What the file is, told by the whole of it; for those types that need this. */
    FileType detect(FileType assumed, List<byte[]> whole) {
        if (assumed != FileType.TEXT) {
            return office(whole);
        }
        String text = text(joined(whole));
        Refused.unless(
                text.chars().noneMatch(Contents::isNoText)
                        && !RUNS.matcher(text).find(),
                AttachmentRefusal.TYPE_NOT_TAKEN);
        return FileType.TEXT;
    }

    /** Whether an archive ends here: a picture that is an archive, too, is a way to smuggle one in. */
    static boolean endsAnArchive(byte[] end) {
        for (int i = end.length - 22; i >= 0; i--) {
            if (startsWith(end, END_OF_ARCHIVE, i)) {
                int comment = (end[i + 20] & 0xff) | (end[i + 21] & 0xff) << 8;
                if (i + 22 + comment == end.length) {
                    return true;
                }
            }
        }
        return false;
    }

    private String detected(byte[] beginning) {
        try {
            return types.detect(new ByteArrayInputStream(beginning), new Metadata())
                    .getBaseType()
                    .toString();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Word and Excel files are archives (ECMA-376) that list their parts with their types. */
    private static FileType office(List<byte[]> whole) {
        String list = partsList(whole).toLowerCase(Locale.ROOT);
        Refused.unless(!list.contains("macroenabled") && !list.contains("vbaproject"), AttachmentRefusal.MACROS);
        if (list.contains("wordprocessingml.document.main+xml")) {
            return FileType.DOCX;
        }
        Refused.unless(list.contains("spreadsheetml.sheet.main+xml"), AttachmentRefusal.TYPE_NOT_TAKEN);
        return FileType.XLSX;
    }

    private static String partsList(List<byte[]> whole) {
        long unpacked = 0;
        byte[] some = new byte[8192];
        try (ZipInputStream archive = new ZipInputStream(opened(whole))) {
            for (ZipEntry part = archive.getNextEntry(); part != null; part = archive.getNextEntry()) {
                if (part.getName().equals(PARTS_LIST)) {
                    return new String(archive.readNBytes(LONGEST_PARTS_LIST), UTF_8);
                }
                for (int read = archive.read(some); read > 0; read = archive.read(some)) {
                    unpacked += read;
                    Refused.unless(unpacked <= LARGEST_UNPACKED, AttachmentRefusal.TYPE_NOT_TAKEN);
                }
            }
        } catch (IOException | IllegalArgumentException damaged) {
            throw new Refused(AttachmentRefusal.TYPE_NOT_TAKEN);
        }
        throw new Refused(AttachmentRefusal.TYPE_NOT_TAKEN);
    }

    private static boolean isNoText(int c) {
        return Character.isISOControl(c) && "\t\n\r\f".indexOf(c) < 0;
    }

    private static InputStream opened(List<byte[]> whole) {
        return new SequenceInputStream(Collections.enumeration(
                whole.stream().map(ByteArrayInputStream::new).toList()));
    }

    private static byte[] joined(List<byte[]> whole) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        whole.forEach(all::writeBytes);
        return all.toByteArray();
    }

    /** UTF-8, or what Chinese editors wrote before it. */
    private static String text(byte[] whole) {
        for (Charset charset : new Charset[] {UTF_8, Charset.forName("GB18030")}) {
            try {
                return charset.newDecoder().decode(ByteBuffer.wrap(whole)).toString();
            } catch (CharacterCodingException another) {
                continue;
            }
        }
        throw new Refused(AttachmentRefusal.TYPE_NOT_TAKEN);
    }

    private static boolean startsWith(byte[] bytes, byte[] beginning) {
        return startsWith(bytes, beginning, 0);
    }

    private static boolean startsWith(byte[] bytes, byte[] beginning, int from) {
        for (int i = 0; i < beginning.length; i++) {
            if (from + i >= bytes.length || bytes[from + i] != beginning[i]) {
                return false;
            }
        }
        return true;
    }
}
