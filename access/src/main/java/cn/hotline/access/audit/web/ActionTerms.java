package cn.hotline.access.audit.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.hotline.chassis.Termed.Coded;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The Chinese terms of acts, from {@code access/actions.tsv}. Immutable. */
final class ActionTerms {

    private final Map<String, String> terms = new LinkedHashMap<>();

    ActionTerms() {
        try (InputStream file = ActionTerms.class.getResourceAsStream("/access/actions.tsv")) {
            new String(Objects.requireNonNull(file).readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t"))
                    .forEach(cells -> terms.put(cells[0], cells[1]));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** An act with its term; one without a term is called by its code. */
    Coded of(String action) {
        return new Coded(action, terms.getOrDefault(action, action));
    }

    List<Coded> all() {
        return terms.keySet().stream().map(this::of).toList();
    }
}
