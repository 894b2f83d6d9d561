package cn.hotline.reporting.dailyreport;

import cn.hotline.reporting.codes.CodeFault;
import cn.hotline.reporting.codes.CodeFiles;
import cn.hotline.reporting.codes.CodeRow;
import cn.hotline.reporting.dailyreport.model.CallResult;
import cn.hotline.reporting.dailyreport.model.ReportBook;
import cn.hotline.reporting.dailyreport.model.ReportChannel;
import cn.hotline.reporting.dailyreport.model.Wording;
import cn.hotline.reporting.ledger.model.Disposition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads how the office counts and words its reports; a file that cannot be used stops the start. */
public final class ReportBookFiles {

    private static final String NONE = "-";

    private ReportBookFiles() {}

    /**
     * @param concentratedFrom so many different callers in one place are a concentrated problem
     * @throws CodeFault naming file and line
     */
    public static ReportBook load(CodeFiles files, int concentratedFrom) {
        Map<String, CallResult> byOutcome = new HashMap<>();
        Map<Disposition, CallResult> byDisposition = new EnumMap<>(Disposition.class);
        for (CodeRow row : files.table("outcomes.tsv", "source", "outcome", "result")) {
            CallResult result = row.constant("result", CallResult.class);
            switch (row.text("source")) {
                case "CALL" -> byOutcome.put(row.text("outcome"), result);
                case "TICKET" -> byDisposition.put(row.constant("outcome", Disposition.class), result);
                default -> throw new CodeFault(row.place() + ": the source is CALL or TICKET", null);
            }
        }
        for (Disposition disposition : Disposition.values()) {
            if (!byDisposition.containsKey(disposition)) {
                throw new CodeFault("outcomes.tsv: what does " + disposition + " come to?", null);
            }
        }
        return new ReportBook(
                channels(files),
                byCode(files, "hazard-kinds.tsv", List.of("code", "term"), "term"),
                groups(files),
                byCode(files, CodeFiles.DIVISIONS, List.of("code", "name", "aliases"), "name"),
                Map.copyOf(byOutcome),
                byDisposition,
                concentratedFrom);
    }

    /** @throws CodeFault when a sentence is missing or cannot be filled */
    public static Wording wording(CodeFiles files) {
        try {
            return new Wording(byCode(files, "wording.tsv", List.of("name", "text"), "text"));
        } catch (IllegalArgumentException unusable) {
            throw new CodeFault("wording.tsv: " + unusable.getMessage(), unusable);
        }
    }

    private static List<ReportChannel> channels(CodeFiles files) {
        List<ReportChannel> channels = new ArrayList<>();
        for (CodeRow row : files.table("channels.tsv", "code", "family", "term", "body", "printName")) {
            boolean counted = !row.text("body").equals(NONE);
            channels.add(new ReportChannel(
                    row.text("code"),
                    row.text("family"),
                    row.text("term"),
                    counted ? row.text("body") : null,
                    counted ? row.text("printName") : null));
        }
        return List.copyOf(channels);
    }

    /** A category without a group of its own counts with its parent, which stands above it. */
    private static Map<String, String> groups(CodeFiles files) {
        Map<String, String> groups = new LinkedHashMap<>();
        for (CodeRow row : files.table(CodeFiles.CATEGORIES, "code", "parent", "term", "reportGroup", "grade")) {
            String group =
                    row.text("reportGroup").equals(NONE) ? groups.get(row.text("parent")) : row.text("reportGroup");
            if (group == null) {
                throw new CodeFault(row.place() + ": neither a group of its own nor a parent above", null);
            }
            groups.put(row.text("code"), group);
        }
        return Collections.unmodifiableMap(groups);
    }

    /** The first column as key, in the order of the file. */
    private static Map<String, String> byCode(CodeFiles files, String file, List<String> columns, String value) {
        Map<String, String> values = new LinkedHashMap<>();
        for (CodeRow row : files.table(file, columns.toArray(String[]::new))) {
            values.put(row.text(columns.get(0)), row.text(value));
        }
        return Collections.unmodifiableMap(values);
    }
}
