package cn.hotline.reporting.dailyreport.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The printed sentences of both reports, by name; what is in braces is filled in.
 *
 * <p>Immutable, thread-safe.
 */
public final class Wording {

    /** Every sentence and what may stand in its braces. */
    private static final Map<String, List<String>> SENTENCES = Map.ofEntries(
            Map.entry("daily.title", List.of()),
            Map.entry(
                    "daily.text",
                    List.of("month", "day", "calls", "web", "channels", "direct", "forwarded", "revisits", "hot")),
            Map.entry("daily.channels", List.of("items")),
            Map.entry("daily.channel", List.of("channel", "count")),
            Map.entry("daily.hot", List.of("rank", "group", "count", "judgement")),
            Map.entry("daily.no-hot", List.of()),
            Map.entry("daily.scattered", List.of()),
            Map.entry("daily.concentrated", List.of("places", "problem")),
            Map.entry("hazard.title", List.of()),
            Map.entry("hazard.text", List.of("month", "day", "total", "bodies", "kinds")),
            Map.entry("hazard.bodies", List.of("items")),
            Map.entry("hazard.body", List.of("body", "count")),
            Map.entry("hazard.kinds", List.of("items")));

    private static final Pattern BLANK = Pattern.compile("\\{(\\w+)}");
    private static final String BETWEEN = "、";
    private static final String PROBLEM = "问题";

    private final Map<String, String> sentences;

    /** @throws IllegalArgumentException when a sentence is missing, or has a blank that nothing fills */
    public Wording(Map<String, String> sentences) {
        this.sentences = Map.copyOf(sentences);
        SENTENCES.forEach((name, blanks) -> {
            String sentence = sentences.get(name);
            if (sentence == null) {
                throw new IllegalArgumentException("The sentence " + name + " is missing");
            }
            BLANK.matcher(sentence).results().map(found -> found.group(1)).forEach(blank -> {
                if (!blanks.contains(blank)) {
                    throw new IllegalArgumentException("Nothing fills {" + blank + "} of the sentence " + name);
                }
            });
        });
    }

    String dailyTitle() {
        return sentence("daily.title", Map.of());
    }

    /** The daily report from its date to the end of the last hot problem. */
    String daily(
            LocalDate day, int calls, WebMessages web, int direct, int forwarded, int revisits, List<HotProblem> hot) {
        return sentence(
                "daily.text",
                Map.of(
                        "month",
                        day.getMonthValue(),
                        "day",
                        day.getDayOfMonth(),
                        "calls",
                        calls,
                        "web",
                        web.total(),
                        "channels",
                        items("daily.channels", "daily.channel", "channel", web.channels()),
                        "direct",
                        direct,
                        "forwarded",
                        forwarded,
                        "revisits",
                        revisits,
                        "hot",
                        hot.isEmpty()
                                ? sentence("daily.no-hot", Map.of())
                                : String.join(
                                        "",
                                        hot.stream().map(HotProblem::statement).toList())));
    }

    /** One hot problem, named with its places where it is concentrated. */
    String hot(int rank, String group, int count, List<HotProblem.Concentration> concentrated) {
        String places = String.join(
                BETWEEN,
                concentrated.stream().map(HotProblem.Concentration::place).toList());
        String judgement = concentrated.isEmpty()
                ? sentence("daily.scattered", Map.of())
                : sentence(
                        "daily.concentrated",
                        Map.of("places", places, "problem", group.endsWith(PROBLEM) ? group : group + PROBLEM));
        return sentence("daily.hot", Map.of("rank", rank, "group", group, "count", count, "judgement", judgement));
    }

    String hazardTitle() {
        return sentence("hazard.title", Map.of());
    }

    String hazards(LocalDate day, int total, List<Count> bodies, List<Count> kinds) {
        return sentence(
                "hazard.text",
                Map.of(
                        "month", day.getMonthValue(),
                        "day", day.getDayOfMonth(),
                        "total", total,
                        "bodies", items("hazard.bodies", "hazard.body", "body", bodies),
                        "kinds",
                                kinds.isEmpty()
                                        ? ""
                                        : sentence(
                                                "hazard.kinds",
                                                Map.of(
                                                        "items",
                                                        String.join(
                                                                BETWEEN,
                                                                kinds.stream()
                                                                        .map(Count::term)
                                                                        .toList())))));
    }

    /** What has a count, one after the other; nothing at all when nothing has. */
    private String items(String all, String one, String name, List<Count> counts) {
        List<String> items = counts.stream()
                .filter(count -> count.count() > 0)
                .map(count -> sentence(one, Map.of(name, count.term(), "count", count.count())))
                .toList();
        return items.isEmpty() ? "" : sentence(all, Map.of("items", String.join(BETWEEN, items)));
    }

    private String sentence(String name, Map<String, ?> values) {
        return BLANK.matcher(sentences.get(name))
                .replaceAll(found -> Matcher.quoteReplacement(String.valueOf(values.get(found.group(1)))));
    }
}
