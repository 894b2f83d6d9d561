package cn.hotline.routing.catalogue.model;

import cn.hotline.chassis.Termed;
import cn.hotline.routing.classification.model.Urgency;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one entry became between two catalogues.
 *
 * @param before null for one that was added
 * @param after null for one that was taken out
 * @param fields those that differ; of an added or removed entry all that say something
 */
public record Difference(
        String id,
        Kind kind,
        @Nullable CatalogueEntry before,
        @Nullable CatalogueEntry after,
        List<Field> fields) {

    /** The parts of an entry, as people read them. */
    private static final Map<String, Function<CatalogueEntry, String>> PARTS = parts();

    /** From one to the other: what was changed and taken out in the order of the first, then what was added. */
    public static List<Difference> between(List<CatalogueEntry> before, List<CatalogueEntry> after) {
        Map<String, CatalogueEntry> old = byId(before);
        Map<String, CatalogueEntry> now = byId(after);
        Stream<Difference> kept = old.values().stream()
                .filter(entry -> !entry.equals(now.get(entry.id())))
                .map(entry -> of(entry, now.get(entry.id())));
        Stream<Difference> added = now.values().stream()
                .filter(entry -> !old.containsKey(entry.id()))
                .map(entry -> of(null, entry));
        return Stream.concat(kept, added).toList();
    }

    private static Difference of(@Nullable CatalogueEntry before, @Nullable CatalogueEntry after) {
        Kind kind = before == null ? Kind.ADDED : after == null ? Kind.REMOVED : Kind.CHANGED;
        String id = Objects.requireNonNull(before == null ? after : before).id();
        List<Field> fields = PARTS.entrySet().stream()
                .map(part -> new Field(part.getKey(), said(before, part.getValue()), said(after, part.getValue())))
                .filter(field -> !field.before().equals(field.after()))
                .toList();
        return new Difference(id, kind, before, after, fields);
    }

    private static String said(@Nullable CatalogueEntry entry, Function<CatalogueEntry, String> part) {
        return entry == null ? "" : part.apply(entry);
    }

    private static Map<String, CatalogueEntry> byId(List<CatalogueEntry> entries) {
        Map<String, CatalogueEntry> byId = new LinkedHashMap<>();
        entries.forEach(entry -> byId.put(entry.id(), entry));
        return byId;
    }

    private static Map<String, Function<CatalogueEntry, String>> parts() {
        Map<String, Function<CatalogueEntry, String>> parts = new LinkedHashMap<>();
        parts.put("分类", entry -> entry.scope().category());
        parts.put("属地层级", entry -> entry.scope().reach().term());
        parts.put("属地", entry -> said(entry.scope().division()));
        parts.put("对象", entry -> String.join("、", entry.scope().objects()));
        parts.put("主办", entry -> entry.duty().lead());
        parts.put("协办", entry -> String.join("、", entry.duty().coUnits()));
        parts.put("乡镇街道", entry -> entry.duty().notForStreets() ? "不承接" : "");
        parts.put("依据", entry -> entry.duty().basis());
        parts.put("时限等级", entry -> said(entry.duty().urgency()));
        parts.put("生效日期", entry -> said(entry.validity().from()));
        parts.put("失效日期", entry -> said(entry.validity().to()));
        return parts;
    }

    private static String said(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static String said(@Nullable Urgency urgency) {
        return urgency == null ? "" : urgency.term();
    }

    private static String said(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }

    /** What happened to it. */
    public enum Kind implements Termed {
        ADDED("新增"),
        CHANGED("修改"),
        REMOVED("删除");

        private final String term;

        Kind(String term) {
            this.term = term;
        }

        @Override
        public String term() {
            return term;
        }
    }

    /** One part of it, by codes; the empty string where it said nothing. */
    public record Field(String name, String before, String after) {}
}
