package cn.hotline.routing.place;

import static java.util.stream.Collectors.toCollection;

import cn.hotline.routing.knowledge.WordIndex;
import cn.hotline.routing.place.model.LearnedName;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Learns names of places from confirmed tickets, by counting in which county they lie, and in which street.
 *
 * <p>A name is what a person wrote as the name of a place, that name without its kind (梅峰 of 梅峰河: people say
 * 梅峰污水厂), or a stretch of three to six Chinese characters in the texts that ends like a road, estate, river or
 * landmark. Such a stretch must be said by several tickets, after different characters: 津南路 is always preceded by 龙,
 * so the name is 龙津南路. Digits, numbers of houses and phones cannot be learned, since they are no such characters;
 * nor can what ends as given names do (江, 山, 洋), unless a person wrote it as a place.
 */
public final class PlaceLearner {

    private static final int SHORTEST = 3;
    private static final int LONGEST = 6;
    private static final Pattern KIND = Pattern.compile("(二?支河|内河|支流|[河溪港江湖浦区县市])$");
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}+");

    private static final String ENDINGS = "河溪港湖路街巷弄村镇乡苑桥寺庙塘湾坊洲闸";
    private static final List<String> LONG_ENDINGS = List.of(
            "街道", "大道", "社区", "小区", "新区", "园区", "景区", "花园", "公园", "家园", "名园", "学院", "医院", "大院", "公寓", "大厦", "广场", "市场",
            "商场", "茶城", "商城", "新城", "名城", "城市", "车站", "中学", "小学", "大学", "公馆", "别墅", "山庄", "华庭", "豪庭", "华府", "学校", "水库",
            "幼儿园", "工业园", "泵站");
    /** Words of everyday speech; no name has one of these characters in it. */
    private static final String EVERYDAY = "的是了在我们有不这那请望到从和与及对把将被让给就都也至往向住由为于个等条旁边侧该此每没很太以又说要能会去过着并或其他她它你您";

    private final int leastSupport;

    /** @param leastSupport how many tickets must say a stretch of text before it counts as a name */
    public PlaceLearner(int leastSupport) {
        this.leastSupport = leastSupport;
    }

    /** Takes time in proportion to the length of all texts. */
    public LearnedPlaces learn(Collection<ConfirmedPlace> tickets) {
        var declared = tickets.stream()
                .flatMap(ticket -> ticket.named().stream())
                .flatMap(name -> withStem(WordIndex.plain(name)))
                .collect(toCollection(TreeSet::new));
        var index = new WordIndex<>(declared.stream().collect(Collectors.toMap(Function.identity(), name -> name)));
        var ofPeople = new LinkedHashMap<String, Where>();
        var ofTexts = new LinkedHashMap<String, Stretch>();
        for (var ticket : tickets) {
            var text = WordIndex.plain(ticket.text());
            var hits = index.find(text);
            Stream.concat(
                            hits.stream().map(WordIndex.Hit::word),
                            ticket.named().stream().map(WordIndex::plain))
                    .flatMap(PlaceLearner::withStem)
                    .distinct()
                    .forEach(name ->
                            ofPeople.computeIfAbsent(name, any -> new Where()).count(ticket));
            stretches(text, hits).forEach((name, before) -> ofTexts.computeIfAbsent(name, any -> new Stretch())
                    .count(ticket, before));
        }
        var names = Stream.concat(
                        ofPeople.entrySet().stream().map(name -> learned(name.getKey(), true, name.getValue())),
                        ofTexts.entrySet().stream()
                                .filter(stretch -> stretch.getValue().isName(leastSupport))
                                .map(stretch -> learned(stretch.getKey(), false, stretch.getValue().where)))
                .toList();
        return new LearnedPlaces(names, tickets.size());
    }

    private static Stream<String> withStem(String name) {
        var stem = KIND.matcher(name).replaceFirst("");
        return stem.length() >= 2 && stem.length() < name.length() ? Stream.of(name, stem) : Stream.of(name);
    }

    private static LearnedName learned(String name, boolean declared, Where where) {
        return new LearnedName(name, declared, mostFirst(where.counties), mostFirst(where.streets));
    }

    private static Map<String, Integer> mostFirst(Map<String, Integer> tickets) {
        var mostFirst = new LinkedHashMap<String, Integer>();
        tickets.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(place -> mostFirst.put(place.getKey(), place.getValue()));
        return mostFirst;
    }

    /** What may be a name, with the characters it follows; nothing of what is a known name already. */
    private static Map<String, Set<Character>> stretches(String text, List<WordIndex.Hit<String>> known) {
        var masked = new StringBuilder(text);
        known.forEach(hit -> masked.replace(hit.start(), hit.end(), "0".repeat(hit.end() - hit.start())));
        var found = new LinkedHashMap<String, Set<Character>>();
        var runs = CHINESE.matcher(masked);
        while (runs.find()) {
            stretches(runs.group(), found);
        }
        return found;
    }

    private static void stretches(String run, Map<String, Set<Character>> found) {
        for (int end = SHORTEST; end <= run.length(); end++) {
            if (!endsLikeAPlace(run, end)) {
                continue;
            }
            for (int start = end - 1; start >= Math.max(0, end - LONGEST); start--) {
                if (EVERYDAY.indexOf(run.charAt(start)) >= 0) {
                    break;
                }
                if (end - start >= SHORTEST) {
                    found.computeIfAbsent(run.substring(start, end), any -> new LinkedHashSet<>())
                            .add(start == 0 ? ' ' : run.charAt(start - 1));
                }
            }
        }
    }

    private static boolean endsLikeAPlace(String run, int end) {
        return ENDINGS.indexOf(run.charAt(end - 1)) >= 0
                || LONG_ENDINGS.stream().anyMatch(ending -> run.startsWith(ending, end - ending.length()));
    }

    /** In which counties, and in which of their streets, tickets lie. */
    private static final class Where {
        private final Map<String, Integer> counties = new HashMap<>();
        private final Map<String, Integer> streets = new HashMap<>();

        private void count(ConfirmedPlace ticket) {
            counties.merge(ticket.countyCode(), 1, Integer::sum);
            if (ticket.streetCode() != null) {
                streets.merge(ticket.streetCode(), 1, Integer::sum);
            }
        }
    }

    /** A stretch of text that may be a name. */
    private static final class Stretch {
        private final Where where = new Where();
        private final Set<Character> before = new TreeSet<>();

        private void count(ConfirmedPlace ticket, Set<Character> follows) {
            where.count(ticket);
            if (before.size() < 2) {
                before.addAll(follows);
            }
        }

        private boolean isName(int leastSupport) {
            int support =
                    where.counties.values().stream().mapToInt(Integer::intValue).sum();
            return support >= leastSupport && (support == 1 || before.size() > 1 || before.contains(' '));
        }
    }
}
