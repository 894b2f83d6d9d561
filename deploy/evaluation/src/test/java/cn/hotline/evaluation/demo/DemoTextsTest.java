package cn.hotline.evaluation.demo;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import cn.hotline.routing.catalogue.Recommender;
import cn.hotline.routing.catalogue.model.Confidence;
import cn.hotline.routing.catalogue.model.Recommendation;
import cn.hotline.routing.classification.Categories;
import cn.hotline.routing.classification.DangerEar;
import cn.hotline.routing.classification.model.AppealKind;
import cn.hotline.routing.knowledge.KnowledgeFiles;
import cn.hotline.routing.place.Divisions;
import cn.hotline.routing.place.model.Whereabouts;
import cn.hotline.routing.replycheck.Copies;
import cn.hotline.routing.replycheck.ReplyCheck;
import cn.hotline.routing.replycheck.model.Asked;
import cn.hotline.routing.replycheck.model.Earlier;
import cn.hotline.routing.replycheck.model.Given;
import cn.hotline.routing.replycheck.model.Given.Spoken;
import cn.hotline.routing.replycheck.model.Reach;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The texts of the demo day are plausible to our own routing, and spread so that the day has no concentrated problem. */
class DemoTextsTest {

    private static final List<String> COLUMNS = List.of(
            "id",
            "kind",
            "category",
            "reportGroup",
            "hazardKind",
            "disposition",
            "placeText",
            "divisionCode",
            "title",
            "content",
            "answer",
            "unitReply");
    private static final List<String> HOTTEST_HAZARDS = List.of(
            "FIRE_SAFETY", "RESIDENTIAL_PROPERTY", "MUNICIPAL_ROADS", "URBAN_CONSTRUCTION", "SPECIAL_EQUIPMENT");

    private final KnowledgeFiles files = KnowledgeFiles.ofClassPath();
    private final Categories categories = Categories.load(files);
    private final Recommender recommender = Recommender.load(files, new Confidence(0.6, 0.7));
    private final List<Map<String, String>> texts = read();

    @Test
    void whatUnitsReplyPassesTheReplyCheck() {
        ReplyCheck check = ReplyCheck.load(files, DangerEar.load(files));
        Copies copies = Copies.load(files);
        List<Earlier> earlier = new ArrayList<>();
        for (DemoText text : DemoTexts.all()) {
            if (text.forwardable()) {
                Asked asked = new Asked(
                        AppealKind.valueOf(text.kind()),
                        text.title(),
                        text.content(),
                        text.hazardKind() != null,
                        Reach.REACHABLE);
                Given given = new Given(
                        Spoken.RECORDED, true, DemoBodies.account(true) + text.unitReply(), text.unitReply(), 0);
                assertThat(check.doubts(asked, given)).as(text.id()).isEmpty();
                assertThat(copies.doubt(asked, given, earlier)).as(text.id()).isEmpty();
                Asked unknown =
                        new Asked(asked.kind(), asked.title(), asked.content(), asked.hazard(), Reach.WANTS_NONE);
                Given shown =
                        new Given(Spoken.NO, true, DemoBodies.account(false) + text.unitReply(), text.unitReply(), 1);
                assertThat(check.doubts(unknown, shown)).as(text.id()).isEmpty();
                earlier.add(new Earlier(text.id(), text.title(), text.content(), text.unitReply()));
            }
        }
    }

    @Test
    void thereAreEnoughDifferentTexts() {
        assertThat(texts.stream().map(text -> text.get("content")).distinct()).hasSizeGreaterThanOrEqualTo(220);
        assertThat(texts).extracting(text -> text.get("id")).doesNotHaveDuplicates();
        assertThat(in("物业服务")).hasSizeGreaterThanOrEqualTo(35);
        assertThat(in("消费维权")).hasSizeGreaterThanOrEqualTo(30);
        assertThat(in("噪音问题")).hasSizeGreaterThanOrEqualTo(30);
    }

    @Test
    void theRestCanBeSpreadSoThatNoOtherGroupReachesTheThirdPlace() {
        var others = texts.stream()
                .map(text -> text.get("reportGroup"))
                .filter(group -> !Set.of("物业服务", "消费维权", "噪音问题").contains(group))
                .distinct()
                .count();
        assertThat(others * 42).isGreaterThan(1_172 - 62 - 46 - 43);
    }

    @Test
    void hazardsAreFrequentInTheOrderTheReportPrints() {
        Map<String, Long> kinds = texts.stream()
                .map(text -> text.get("hazardKind"))
                .filter(Predicate.not(String::isEmpty))
                .collect(groupingBy(Function.identity(), counting()));
        assertThat(kinds.values().stream().mapToLong(Long::longValue).sum()).isGreaterThanOrEqualTo(30);
        assertThat(kinds.entrySet().stream()
                        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                        .limit(5)
                        .map(Map.Entry::getKey))
                .containsExactlyElementsOf(HOTTEST_HAZARDS);
        assertThat(HOTTEST_HAZARDS.stream().map(kinds::get)).doesNotHaveDuplicates();
    }

    @Test
    void everyCodeIsOneOfOurs() {
        var divisions = Divisions.load(files);
        assertThat(texts).allSatisfy(text -> {
            assertThat(categories.require(text.get("category")).reportGroup()).isEqualTo(text.get("reportGroup"));
            assertThat(AppealKind.valueOf(text.get("kind"))).isNotNull();
            assertThat(text.get("disposition")).isIn("ANSWER", "FORWARD", "EITHER");
            if (!text.get("divisionCode").isEmpty()) {
                assertThat(divisions.find(text.get("divisionCode"))).isPresent();
            }
        });
    }

    @Test
    void everyTextHasTheAnswerItsDispositionNeeds() {
        assertThat(texts).allSatisfy(text -> {
            assertThat(text.get("content")).hasSizeBetween(10, 4_000);
            assertThat(text.get("title")).hasSizeBetween(3, 60);
            if (!text.get("disposition").equals("FORWARD")) {
                assertThat(text.get("answer")).hasSizeGreaterThan(10);
            }
            if (!text.get("disposition").equals("ANSWER")) {
                assertThat(text.get("unitReply")).hasSizeGreaterThan(10);
            }
        });
        assertThat(texts.stream()
                        .filter(text -> text.get("kind").equals("CONSULTATION"))
                        .filter(text -> !text.get("answer").isEmpty()))
                .hasSizeGreaterThanOrEqualTo(60);
    }

    @Test
    void noTextHoldsANumberThatCouldBeAPhone() {
        assertThat(texts).allSatisfy(text -> assertThat(text.get("title")
                        + text.get("content")
                        + text.get("answer")
                        + text.get("unitReply")
                        + text.get("placeText"))
                .doesNotContainPattern("\\d{7}"));
    }

    @Test
    void textsOfOneClassLieInDifferentCommunities() {
        assertThat(texts.stream()
                        .filter(text -> text.get("divisionCode").length() == 12)
                        .map(text -> text.get("category") + text.get("divisionCode")))
                .doesNotHaveDuplicates();
        assertThat(texts.stream()
                        .filter(text -> !text.get("placeText").isEmpty())
                        .map(text -> text.get("category") + text.get("placeText")))
                .doesNotHaveDuplicates();
    }

    @Test
    void ourRoutingFindsClassAndUnitOfNineInTenForwardedTextsByItself() {
        var forwarded = texts.stream()
                .filter(text -> text.get("disposition").equals("FORWARD"))
                .toList();
        long right = forwarded.stream().filter(this::routedRight).count();
        assertThat((double) right / forwarded.size())
                .isGreaterThanOrEqualTo(0.9)
                .isLessThan(1);
    }

    @Test
    void theVagueOnesAreLeftToADispatcherAndNotGuessed() {
        assertThat(texts.stream()
                        .filter(text -> text.get("disposition").equals("FORWARD"))
                        .filter(text -> recommended(text).sure())
                        .filter(Predicate.not(this::routedRight)))
                .hasSizeLessThanOrEqualTo(texts.size() / 50);
    }

    private boolean routedRight(Map<String, String> text) {
        var made = recommended(text);
        return made.sure()
                && categories
                        .path(categories.require(made.category().orElseThrow().code()))
                        .contains(categories.require(text.get("category")))
                && made.lead().isPresent();
    }

    private Recommendation recommended(Map<String, String> text) {
        return recommender.recommend(
                text.get("title"),
                text.get("content"),
                new Whereabouts(
                        emptyAsNull(text.get("placeText")),
                        emptyAsNull(text.get("divisionCode")),
                        null,
                        null,
                        LocalDate.of(2026, 11, 23)),
                AppealKind.valueOf(text.get("kind")),
                null);
    }

    private static String emptyAsNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private List<Map<String, String>> in(String group) {
        return texts.stream()
                .filter(text -> text.get("reportGroup").equals(group))
                .toList();
    }

    private static List<Map<String, String>> read() {
        try (var stream = DemoTextsTest.class.getResourceAsStream("/demo/demo-appeals.tsv")) {
            var bytes = Objects.requireNonNull(stream).readAllBytes();
            var lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
            assertThat(List.of(lines.get(0).split("\t"))).isEqualTo(COLUMNS);
            return lines.subList(1, lines.size()).stream()
                    .map(DemoTextsTest::row)
                    .toList();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static Map<String, String> row(String line) {
        var cells = line.split("\t", -1);
        assertThat(cells).as(line).hasSize(COLUMNS.size());
        return IntStream.range(0, cells.length).boxed().collect(toMap(COLUMNS::get, i -> cells[i]));
    }
}
