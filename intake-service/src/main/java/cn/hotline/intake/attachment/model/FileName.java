package cn.hotline.intake.attachment.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * 文件名: a name that is the same file on every system and leads nowhere: no folder, nothing invisible, nothing that
 * turns the direction of reading, no name that Windows keeps for its devices.
 *
 * @param value not blank, at most {@value #LONGEST} bytes in UTF-8
 */
public record FileName(String value) {

    /** Linux allows 255 bytes; some are left for what a mail program or a copy adds. */
    private static final int LONGEST = 200;

    private static final int LONGEST_EXTENSION = 10;
    private static final String UNNAMED = "附件";

    /** Control, format (zero width, bidi), unpaired and private characters, and line separators. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}]");

    private static final Pattern FORBIDDEN = Pattern.compile("[<>:\"|?*]");
    private static final Pattern AT_THE_EDGES = Pattern.compile("^[\\s.]+|[\\s.]+$");
    private static final Set<String> DEVICES = Set.of(
            "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$", "COM1", "COM2", "COM3", "COM4", "COM5", "COM6", "COM7",
            "COM8", "COM9", "LPT1", "LPT2", "LPT3", "LPT4", "LPT5", "LPT6", "LPT7", "LPT8", "LPT9");

    /** The name somebody sent, made harmless; what cannot be read becomes {@code 附件}. */
    public static FileName clean(@Nullable String sent) {
        String plain = Normalizer.normalize(sent == null ? "" : sent, Normalizer.Form.NFC);
        String last = plain.substring(Math.max(plain.lastIndexOf('/'), plain.lastIndexOf('\\')) + 1);
        String visible = FORBIDDEN.matcher(UNSEEN.matcher(last).replaceAll("")).replaceAll("_");
        String name = AT_THE_EDGES.matcher(visible).replaceAll("");
        if (name.isEmpty()) {
            return new FileName(UNNAMED);
        }
        boolean device = DEVICES.contains(name.split("\\.", 2)[0].strip().toUpperCase(Locale.ROOT));
        return new FileName(shortened(device ? "_" + name : name));
    }

    /** What stands behind the last dot, in small letters; empty when that is no extension. */
    public Optional<String> extension() {
        int dot = value.lastIndexOf('.');
        return dot <= 0 || value.length() - dot - 1 > LONGEST_EXTENSION
                ? Optional.empty()
                : Optional.of(value.substring(dot + 1).toLowerCase(Locale.ROOT));
    }

    /** Whether it says what the file is, or nothing. */
    public boolean agreesWith(FileType type) {
        return extension().map(type.extensions()::contains).orElse(true);
    }

    /** The same name, ending as such a file does. */
    public FileName of(FileType type) {
        return extension().isPresent()
                ? this
                : new FileName(shortened(value + "." + type.extensions().get(0)));
    }

    private static String shortened(String name) {
        if (name.getBytes(UTF_8).length <= LONGEST) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String ending = dot > 0 && name.length() - dot - 1 <= LONGEST_EXTENSION ? name.substring(dot) : "";
        StringBuilder kept = new StringBuilder();
        int left = LONGEST - ending.getBytes(UTF_8).length;
        for (int c :
                name.substring(0, name.length() - ending.length()).codePoints().toArray()) {
            String next = Character.toString(c);
            left -= next.getBytes(UTF_8).length;
            if (left < 0) {
                break;
            }
            kept.append(next);
        }
        return kept.toString().strip() + ending;
    }
}
