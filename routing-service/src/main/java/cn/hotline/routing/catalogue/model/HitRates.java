package cn.hotline.routing.catalogue.model;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * 首派命中率: how many of the tickets that were given to somebody the first unit kept. One that was returned with
 * approval, recalled, taken back or given to another was no hit; a return that nobody has decided yet is none against it.
 *
 * @param byUnit whom they were given to first
 * @param byClass as what they were given first
 * @param byEntry by which entry, or what stands in its place
 */
public record HitRates(Rate all, List<Rate> byUnit, List<Rate> byClass, List<Rate> byEntry) {

    private static final String NO_CLASS = "-";

    public static HitRates of(List<Decision> decisions) {
        List<Decision> given = decisions.stream()
                .filter(decision -> !decision.given().isEmpty())
                .toList();
        return new HitRates(
                Rate.of("", given),
                rates(given, first -> first.unit()),
                rates(given, first -> category(first.category())),
                rates(given, first -> first.rule()));
    }

    private static String category(@Nullable String code) {
        return code == null ? NO_CLASS : code;
    }

    private static List<Rate> rates(List<Decision> given, Function<Decision.Given, String> key) {
        Map<String, List<Decision>> byKey = given.stream()
                .collect(groupingBy(decision -> key.apply(decision.given().get(0)), TreeMap::new, Collectors.toList()));
        return byKey.entrySet().stream()
                .map(one -> Rate.of(one.getKey(), one.getValue()))
                .sorted(comparing(Rate::given).reversed())
                .toList();
    }

    /**
     * One rate with what it is made of.
     *
     * @param key code of the unit, class or entry; empty for all
     * @param given how many tickets were given to somebody
     * @param kept how many of them the first unit kept
     */
    public record Rate(String key, long given, long kept) {

        static Rate of(String key, List<Decision> decisions) {
            return new Rate(
                    key,
                    decisions.size(),
                    decisions.stream().filter(Decision::firstUnitKeptIt).count());
        }

        /** 0 to 1; null when nothing was given to anybody. */
        public @Nullable Double rate() {
            return given == 0 ? null : (double) kept / given;
        }
    }
}
