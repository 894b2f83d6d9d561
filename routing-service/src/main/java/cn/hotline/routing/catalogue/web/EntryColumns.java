package cn.hotline.routing.catalogue.web;

import cn.hotline.chassis.Refused;
import cn.hotline.chassis.Refused.FieldError;
import cn.hotline.chassis.Termed;
import cn.hotline.routing.catalogue.model.CatalogueEntry;
import cn.hotline.routing.catalogue.model.CatalogueRefusal;
import cn.hotline.routing.catalogue.model.PlaceReach;
import cn.hotline.routing.catalogue.sheet.Sheet;
import cn.hotline.routing.catalogue.sheet.Sheet.Row;
import cn.hotline.routing.catalogue.web.CatalogueRequests.EntryRequest;
import cn.hotline.routing.catalogue.web.EntryView.Names;
import cn.hotline.routing.classification.model.Urgency;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The catalogue as the columns of a sheet. Codes count; the names beside them are there for people, and must agree, so
 * that whoever changes one and forgets the other is told.
 */
final class EntryColumns {

    private static final String YES = "是";
    private static final String NAME = "名称";

    /** Fields of the interface, as the columns are called. */
    private static final Map<String, String> FIELDS = Map.ofEntries(
            Map.entry("rule", "条目编号"),
            Map.entry("category", "分类代码"),
            Map.entry("reach", "属地层级"),
            Map.entry("division", "属地代码"),
            Map.entry("objects", "对象词"),
            Map.entry("lead", "主办单位代码"),
            Map.entry("coUnits", "协办单位代码"),
            Map.entry("basis", "依据"),
            Map.entry("urgency", "时限等级"),
            Map.entry("validFrom", "生效日期"),
            Map.entry("validTo", "失效日期"));

    private final CatalogueRequests requests;
    private final Names names;
    private final Map<String, Function<EntryView, String>> columns = columns();

    EntryColumns(CatalogueRequests requests, Names names) {
        this.requests = requests;
        this.names = names;
    }

    Sheet sheet(List<CatalogueEntry> entries, String colophon) {
        List<EntryView> views = entries.stream().map(names::view).toList();
        List<Row> rows = IntStream.range(0, views.size())
                .mapToObj(at -> new Row(
                        at + 2,
                        columns.values().stream()
                                .map(column -> column.apply(views.get(at)))
                                .toList()))
                .toList();
        return new Sheet("派单目录", List.copyOf(columns.keySet()), rows, colophon);
    }

    /** @throws Refused when any row is at fault, with each named by its number: nothing is taken of such a file */
    List<CatalogueEntry> entries(byte[] file) {
        List<String> header = List.copyOf(columns.keySet());
        Sheet sheet = Sheet.read(file, header);
        List<FieldError> faults = new ArrayList<>();
        List<CatalogueEntry> entries = new ArrayList<>();
        Map<String, Integer> rows = new HashMap<>();
        for (Row row : sheet.rows()) {
            Map<String, String> cells = new LinkedHashMap<>();
            IntStream.range(0, header.size())
                    .forEach(at -> cells.put(header.get(at), row.cells().get(at).strip()));
            String where = "第 " + row.number() + " 行 ";
            CatalogueEntry entry = requests.read(request(cells), where, faults);
            if (entry != null) {
                disagreements(cells, names.view(entry))
                        .forEach(fault -> faults.add(new FieldError(where + fault.field(), fault.detail())));
                Integer former = rows.putIfAbsent(entry.id(), row.number());
                if (former != null) {
                    faults.add(new FieldError(where + "rule", "与第 " + former + " 行的编号重复"));
                }
                entries.add(entry);
            }
        }
        if (!faults.isEmpty()) {
            throw new Refused(
                    CatalogueRefusal.SHEET_FAULTY,
                    faults.stream().map(this::inWords).toList());
        }
        return entries;
    }

    private EntryRequest request(Map<String, String> cells) {
        return new EntryRequest(
                cells.get("条目编号"),
                cells.get("分类代码"),
                code(cells.get("属地层级"), PlaceReach.values()),
                cells.get("属地代码"),
                words(cells.get("对象词")),
                unit(cells.get("主办单位代码")),
                words(cells.get("协办单位代码")).stream().map(EntryColumns::unit).toList(),
                YES.equals(cells.get("乡镇街道不承接")),
                cells.get("依据"),
                grade(cells.get("时限等级")),
                cells.get("生效日期").replace('/', '-'),
                cells.get("失效日期").replace('/', '-'));
    }

    private Stream<FieldError> disagreements(Map<String, String> cells, EntryView read) {
        Stream<FieldError> told = columns.keySet().stream()
                .filter(column -> column.endsWith(NAME) || column.equals("主办层级"))
                .filter(column -> !cells.get(column).isEmpty()
                        && !cells.get(column).equals(columns.get(column).apply(read)))
                .map(column -> new FieldError(
                        column, "与代码不符：按代码应为“" + columns.get(column).apply(read) + "”，请核对代码，或把名称留空"));
        String guard = cells.get("乡镇街道不承接");
        return guard.isEmpty() || guard.equals(YES) || guard.equals("否")
                ? told
                : Stream.concat(told, Stream.of(new FieldError("乡镇街道不承接", "请填写“是”或“否”")));
    }

    /** As the columns are called; the sentence says where, too, since a page has no such field. */
    private FieldError inWords(FieldError fault) {
        String field = fault.field();
        for (Map.Entry<String, String> name : FIELDS.entrySet()) {
            field = field.replace(name.getKey(), name.getValue());
        }
        return new FieldError(field, field + "：" + fault.detail() + "。");
    }

    private static Map<String, Function<EntryView, String>> columns() {
        Map<String, Function<EntryView, String>> columns = new LinkedHashMap<>();
        columns.put("条目编号", EntryView::rule);
        columns.put("分类代码", EntryView::category);
        columns.put("分类名称", EntryView::categoryTerm);
        columns.put("属地层级", EntryView::reachTerm);
        columns.put("属地代码", view -> orEmpty(view.division()));
        columns.put("属地名称", view -> orEmpty(view.place()));
        columns.put("对象词", view -> String.join("、", view.objects()));
        columns.put("主办单位代码", view -> told(view.lead()));
        columns.put("主办单位名称", EntryView::leadName);
        columns.put("主办层级", view -> view.level().term());
        columns.put(
                "协办单位代码",
                view -> String.join(
                        "、", view.coUnits().stream().map(EntryColumns::told).toList()));
        columns.put("协办单位名称", view -> String.join("、", view.coUnitNames()));
        columns.put("乡镇街道不承接", view -> view.notForStreets() ? YES : "否");
        columns.put("依据", EntryView::basis);
        columns.put("时限等级", view -> view.urgency() == null ? "" : view.urgency().term());
        columns.put("生效日期", view -> orEmpty(view.validFrom()));
        columns.put("失效日期", view -> orEmpty(view.validTo()));
        return columns;
    }

    /** 属地县区 rather than {@code @COUNTY}, which a spreadsheet would take for a formula. */
    private static String told(String unit) {
        return PlaceReach.ofStand(unit).map(level -> "属地" + level.term()).orElse(unit);
    }

    private static String unit(String told) {
        return Arrays.stream(PlaceReach.values())
                .filter(level -> told.equals("属地" + level.term()))
                .map(PlaceReach::stand)
                .findFirst()
                .orElse(told);
    }

    private static <E extends Enum<E> & Termed> String code(String told, E[] all) {
        return Arrays.stream(all)
                .filter(one -> one.term().equals(told))
                .map(Enum::name)
                .findFirst()
                .orElse(told);
    }

    private static String grade(String told) {
        return Arrays.stream(Urgency.values())
                .filter(one -> one.term().equals(told))
                .map(Enum::name)
                .findFirst()
                .orElse(told);
    }

    static List<String> words(@Nullable String cell) {
        return Optional.ofNullable(cell).stream()
                .flatMap(text -> Stream.of(text.split("[、,，;；\\s]+")))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static String orEmpty(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
