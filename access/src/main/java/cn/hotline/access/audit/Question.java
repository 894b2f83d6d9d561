package cn.hotline.access.audit;

import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which records are asked for; null asks nothing of that part.
 *
 * @param who account or name, whole
 * @param from not before
 * @param to before
 */
public record Question(
        @Nullable String who,
        @Nullable String subject,
        @Nullable String action,
        @Nullable Instant from,
        @Nullable Instant to) {

    /** In words, for the record of the question itself; empty where everything is asked for. */
    String words() {
        return Stream.of(part("人员", who), part("编号", subject), part("操作", action), part("自", from), part("至", to))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("，"));
    }

    private static String part(String name, @Nullable Object value) {
        return value == null ? "" : name + " " + value;
    }
}
