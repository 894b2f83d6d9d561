package cn.hotline.access.web;

import cn.hotline.access.Person;
import cn.hotline.access.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Who may do what at one service: the file {@code rights.tsv}, read once. What no row names, nobody may do. Thread-safe.
 */
public final class Rights {

    private static final PathContainer ROOT = PathContainer.parsePath("/");

    private final List<Right> rows;
    private final List<Right> mostSpecificFirst;

    private Rights(List<Right> rows) {
        this.rows = List.copyOf(rows);
        this.mostSpecificFirst = rows.stream()
                .sorted(Comparator.comparing(Right::pattern, PathPattern.SPECIFICITY_COMPARATOR))
                .toList();
    }

    /**
     * Reads lines of {@code method, path pattern, who, area}, parted by tabs; {@code #} begins a comment.
     *
     * @throws IllegalArgumentException naming the line that says something unknown or says it twice
     */
    public static Rights read(Resource file) {
        List<Right> rows = new ArrayList<>();
        List<String> lines = lines(file);
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).isBlank() || lines.get(i).startsWith("#")) {
                continue;
            }
            try {
                Right row = Right.of(lines.get(i));
                if (rows.stream().anyMatch(row::sameEndpoint)) {
                    throw new IllegalArgumentException("stands twice");
                }
                rows.add(row);
            } catch (IllegalArgumentException wrong) {
                throw new IllegalArgumentException(file + ", line " + (i + 1) + ": " + wrong.getMessage(), wrong);
            }
        }
        return new Rights(rows);
    }

    private static List<String> lines(Resource file) {
        try {
            return file.getContentAsString(StandardCharsets.UTF_8).lines().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The table of rights " + file + " cannot be read", unreadable);
        }
    }

    /** The row for a request; empty when none names it. A path inside the application, without its base path. */
    public Optional<Right> of(HttpMethod method, PathContainer path) {
        PathContainer asked = path.value().isEmpty() ? ROOT : path;
        // As the endpoints themselves are found: the most specific pattern that fits decides.
        for (Right row : mostSpecificFirst) {
            if (row.covers(method) && row.pattern().matches(asked)) {
                return Optional.of(row);
            }
        }
        return Optional.empty();
    }

    /** As they stand in the file. */
    public List<Right> rows() {
        return rows;
    }

    /**
     * Who may reach one endpoint.
     *
     * @param pattern of its path, as the endpoint itself writes it
     * @param openTo further askers than people of these roles
     * @param area what of the service it belongs to, such as {@code 工单 tickets}
     */
    public record Right(HttpMethod method, PathPattern pattern, Set<Open> openTo, Set<Role> roles, String area) {

        static Right of(String line) {
            String[] cells = line.split("\t");
            if (cells.length != 4 || Arrays.stream(cells).anyMatch(String::isBlank)) {
                throw new IllegalArgumentException("four cells are method, path pattern, who, area");
            }
            Set<Open> openTo = EnumSet.noneOf(Open.class);
            Set<Role> roles = EnumSet.noneOf(Role.class);
            for (String who : cells[2].split(" ")) {
                Optional<Open> open = Open.of(who);
                open.ifPresentOrElse(openTo::add, () -> roles.add(Role.valueOf(who)));
            }
            return new Right(
                    HttpMethod.valueOf(cells[0]),
                    PathPatternParser.defaultInstance.parse(cells[1]),
                    Set.copyOf(openTo),
                    Set.copyOf(roles),
                    cells[3]);
        }

        boolean covers(HttpMethod asked) {
            return method.equals(asked) || method.equals(HttpMethod.GET) && asked.equals(HttpMethod.HEAD);
        }

        boolean sameEndpoint(Right other) {
            return method.equals(other.method) && pattern.equals(other.pattern);
        }

        /** @param near whether the request comes from this very machine and from no gateway */
        public boolean allows(@Nullable Person person, boolean near) {
            return openTo.contains(Open.PUBLIC)
                    || openTo.contains(Open.LOOPBACK) && near
                    || person != null
                            && (openTo.contains(Open.ANY)
                                    || person.roles().stream().anyMatch(roles::contains));
        }
    }

    /** Askers that are not told by their role. */
    public enum Open {
        /** Whoever comes. */
        PUBLIC,
        /** Whoever has signed in. */
        ANY,
        /** Programs on the same machine, such as what collects the metrics. */
        LOOPBACK;

        private static final Set<String> NAMES =
                Arrays.stream(values()).map(Open::name).collect(Collectors.toSet());

        static Optional<Open> of(String name) {
            return NAMES.contains(name) ? Optional.of(valueOf(name)) : Optional.empty();
        }
    }
}
