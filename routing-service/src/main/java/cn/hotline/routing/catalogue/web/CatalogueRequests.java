package cn.hotline.routing.catalogue.web;

import cn.hotline.chassis.PersonalData;
import cn.hotline.chassis.Refusal.General;
import cn.hotline.chassis.Refused;
import cn.hotline.chassis.Refused.FieldError;
import cn.hotline.chassis.web.Fields;
import cn.hotline.routing.catalogue.model.CatalogueEntry;
import cn.hotline.routing.catalogue.model.Duty;
import cn.hotline.routing.catalogue.model.PlaceReach;
import cn.hotline.routing.catalogue.model.Scope;
import cn.hotline.routing.classification.Categories;
import cn.hotline.routing.classification.model.Urgency;
import cn.hotline.routing.knowledge.model.Validity;
import cn.hotline.routing.place.Divisions;
import cn.hotline.routing.units.Units;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.deser.std.StdDeserializer;

/** Reads what is sent to change the catalogue into values, for the interface, the page and sheets alike. Thread-safe. */
public final class CatalogueRequests {

    /** A city has some hundred; more is a mistake. */
    static final int MOST_ENTRIES = 5_000;

    static final int TEXT = 500;
    private static final int CODE = 40;
    private static final int MOST_WORDS = 20;
    private static final int MOST_CO_UNITS = 10;

    private final Categories categories;
    private final Divisions divisions;
    private final Units units;

    public CatalogueRequests(Categories categories, Divisions divisions, Units units) {
        this.categories = categories;
        this.divisions = divisions;
        this.units = units;
    }

    /** @throws Refused when anything is at fault, with the entries named by {@code items[3].lead} */
    List<CatalogueEntry> entries(@Nullable List<@Nullable EntryRequest> sent) {
        Fields whole = new Fields();
        whole.check(sent != null && !sent.isEmpty(), "items", "目录中至少要有一个条目");
        whole.check(sent == null || sent.size() <= MOST_ENTRIES, "items", "目录最多 " + MOST_ENTRIES + " 个条目");
        whole.refuseFaults();
        List<FieldError> faults = new ArrayList<>();
        List<@Nullable EntryRequest> all = Objects.requireNonNull(sent);
        List<CatalogueEntry> entries = IntStream.range(0, all.size())
                .mapToObj(at -> read(all.get(at), "items[" + at + "].", faults))
                .filter(Objects::nonNull)
                .toList();
        if (!faults.isEmpty()) {
            throw new Refused(General.INVALID, faults);
        }
        return entries;
    }

    /** @throws Refused when anything is at fault */
    CatalogueEntry entry(EntryRequest sent) {
        List<FieldError> faults = new ArrayList<>();
        CatalogueEntry entry = read(sent, "", faults);
        if (entry == null) {
            throw new Refused(General.INVALID, faults);
        }
        return entry;
    }

    /** The entry; null when it is at fault, with what is wrong added to the faults. */
    @Nullable
    CatalogueEntry read(@Nullable EntryRequest sent, String prefix, List<FieldError> faults) {
        EntryRequest given = sent == null ? EntryRequest.EMPTY : sent;
        Fields fields = new Fields();
        String id = fields.required("rule", given.rule(), CODE);
        fields.check(id.isEmpty() || id.matches("[A-Z0-9][A-Z0-9-]{1,39}"), "rule", "条目编号由 2 至 40 个大写字母、数字和 - 组成");
        String category = fields.required("category", given.category(), CODE);
        fields.check(
                category.isEmpty() || categories.find(category).isPresent(),
                "category",
                "没有“" + Fields.shortened(category) + "”这个诉求分类");
        String division = fields.optional("division", given.division(), CODE);
        boolean knownDivision = division != null && divisions.find(division).isPresent();
        fields.check(division == null || knownDivision, "division", "没有这个区划代码，请重新选择");
        PlaceReach reach = knownDivision
                ? PlaceReach.ofDivision(Objects.requireNonNull(division))
                : fields.code("reach", given.reach(), PlaceReach.class, PlaceReach.ANYWHERE);
        String lead = fields.required("lead", given.lead(), CODE);
        checkUnit(fields, "lead", lead, reach);
        List<String> coUnits = words(given.coUnits());
        fields.check(coUnits.size() <= MOST_CO_UNITS, "coUnits", "协办单位最多 " + MOST_CO_UNITS + " 个");
        coUnits.forEach(unit -> checkUnit(fields, "coUnits", unit, reach));
        fields.check(!coUnits.contains(lead), "coUnits", "主办单位不能同时协办");
        List<String> objects = words(given.objects());
        fields.check(objects.size() <= MOST_WORDS, "objects", "对象词最多 " + MOST_WORDS + " 个");
        objects.forEach(word -> fields.optional("objects", word, MOST_WORDS));
        fields.check(
                objects.stream().noneMatch(word -> word.matches(".*[、,，;；\\s].*")), "objects", "对象词中不能有标点和空格，请分成几个词");
        String basis = fields.required("basis", given.basis(), TEXT);
        Urgency urgency = fields.code("urgency", given.urgency(), Urgency.class);
        LocalDate from = day(fields, "validFrom", given.validFrom());
        LocalDate to = day(fields, "validTo", given.validTo());
        fields.check(from == null || to == null || !to.isBefore(from), "validTo", "失效日期不能早于生效日期");
        try {
            fields.refuseFaults();
        } catch (Refused refused) {
            refused.errors().forEach(fault -> faults.add(new FieldError(prefix + fault.field(), fault.detail())));
            return null;
        }
        return new CatalogueEntry(
                id,
                new Scope(category, reach, division, objects),
                new Duty(
                        lead,
                        coUnits,
                        Boolean.TRUE.equals(given.notForStreets()),
                        PersonalData.mask(basis.strip()),
                        urgency),
                new Validity(from, to));
    }

    /** Why somebody does it; masked. @throws Refused when there is none */
    static String reason(@Nullable String sent) {
        Fields fields = new Fields();
        String reason = fields.required("reason", sent, TEXT);
        fields.refuseFaults();
        return PersonalData.mask(reason);
    }

    /** The number in {@code If-Match}. @throws Refused when there is none */
    static long edition(@Nullable String ifMatch) {
        String digits = ifMatch == null ? "" : ifMatch.replaceAll("[^0-9]", "");
        if (digits.isEmpty() || digits.length() > 18) {
            throw new Refused(
                    General.INVALID, List.of(new FieldError(HttpHeaders.IF_MATCH, "请带上所看到的版本号，如 If-Match: \"3\"")));
        }
        return Long.parseLong(digits);
    }

    private void checkUnit(Fields fields, String field, String code, PlaceReach reach) {
        PlaceReach stand = PlaceReach.ofStand(code).orElse(null);
        fields.check(
                code.isEmpty() || stand != null || units.find(code).isPresent(),
                field,
                "没有“" + Fields.shortened(code) + "”这个承办单位");
        fields.check(
                stand == null || stand.compareTo(reach) <= 0,
                field,
                stand == null ? "" : "由属地" + stand.term() + "承办的，属地层级至少须到" + stand.term());
    }

    private static List<String> words(@Nullable List<@Nullable String> sent) {
        return sent == null
                ? List.of()
                : sent.stream()
                        .filter(Objects::nonNull)
                        .map(String::strip)
                        .filter(word -> !word.isEmpty())
                        .distinct()
                        .toList();
    }

    private static @Nullable LocalDate day(Fields fields, String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeParseException notADay) {
            fields.check(false, field, "日期应写作 2026-11-23");
            return null;
        }
    }

    /** A code, also as answers show it, with its term: what was got may be sent back. */
    static final class CodeOrCoded extends StdDeserializer<String> {

        CodeOrCoded() {
            super(String.class);
        }

        @Override
        public @Nullable String deserialize(JsonParser json, DeserializationContext context) {
            JsonNode sent = context.readTree(json);
            JsonNode code = sent.isObject() ? sent.path("code") : sent;
            return code.isString() ? code.stringValue() : context.reportInputMismatch(this, "a code");
        }
    }

    /** One entry as sent; {@code null} where nothing is said. */
    record EntryRequest(
            @Nullable String rule,
            @Nullable String category,
            @Nullable String reach,
            @Nullable String division,
            @Nullable List<@Nullable String> objects,
            @Nullable String lead,
            @Nullable List<@Nullable String> coUnits,
            @Nullable Boolean notForStreets,
            @Nullable String basis,

            @JsonDeserialize(using = CodeOrCoded.class) @Nullable
            String urgency,

            @Nullable String validFrom,
            @Nullable String validTo) {

        static final EntryRequest EMPTY =
                new EntryRequest(null, null, null, null, null, null, null, null, null, null, null, null);

        EntryRequest named(String id) {
            return new EntryRequest(
                    id,
                    category,
                    reach,
                    division,
                    objects,
                    lead,
                    coUnits,
                    notForStreets,
                    basis,
                    urgency,
                    validFrom,
                    validTo);
        }
    }
}
