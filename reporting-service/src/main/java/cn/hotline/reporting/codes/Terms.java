package cn.hotline.reporting.codes;

import cn.hotline.chassis.Termed.Coded;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Chinese terms of the codes that other services tell. A code it does not know, such as one a newer service tells, is
 * shown as it is.
 *
 * <p>Immutable, thread-safe.
 */
public final class Terms {

    public static final String ATTEMPT = "attempt";
    public static final String CALL_OUTCOME = "callOutcome";
    public static final String CATEGORY = "category";
    public static final String CHANNEL = "channel";
    public static final String CLOSING = "closing";
    public static final String EXCLUSION = "exclusion";
    public static final String HAZARD = "hazard";
    public static final String KIND = "kind";
    public static final String REPLY_OUTCOME = "replyOutcome";
    public static final String SATISFACTION = "satisfaction";
    public static final String SEVERITY = "severity";
    public static final String TAG = "tag";
    public static final String URGENCY = "urgency";

    private final Map<String, String> terms;

    private Terms(Map<String, String> terms) {
        this.terms = Collections.unmodifiableMap(terms);
    }

    /** @throws CodeFault when the file cannot be used */
    public static Terms load(CodeFiles files) {
        Map<String, String> terms = new LinkedHashMap<>();
        files.table("terms.tsv", "list", "code", "term").forEach(row -> put(terms, row.text("list"), row));
        files.table("channels.tsv", "code", "family", "term", "body", "printName")
                .forEach(row -> put(terms, CHANNEL, row));
        files.table("hazard-kinds.tsv", "code", "term").forEach(row -> put(terms, HAZARD, row));
        files.table(CodeFiles.CATEGORIES, "code", "parent", "term", "reportGroup", "grade")
                .forEach(row -> put(terms, CATEGORY, row));
        files.table(CodeFiles.TAGS, "axis", "code", "term", "words").forEach(row -> put(terms, TAG, row));
        return new Terms(terms);
    }

    /** The term of a code in its list; the code itself when it is not known. */
    public String term(String list, String code) {
        return terms.getOrDefault(key(list, code), code);
    }

    /** All of a list, in its order. */
    public List<Coded> all(String list) {
        String before = key(list, "");
        return terms.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(before))
                .map(entry -> new Coded(entry.getKey().substring(before.length()), entry.getValue()))
                .toList();
    }

    /** Code and term; null for a code that is absent. */
    public @Nullable Coded coded(String list, @Nullable String code) {
        return code == null ? null : new Coded(code, term(list, code));
    }

    private static void put(Map<String, String> terms, String list, CodeRow row) {
        if (terms.put(key(list, row.text("code")), row.text("term")) != null) {
            throw new CodeFault(row.place() + ": " + row.text("code") + " is there twice", null);
        }
    }

    private static String key(String list, String code) {
        return list + "/" + code;
    }
}
