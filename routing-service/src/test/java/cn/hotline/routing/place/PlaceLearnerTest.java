package cn.hotline.routing.place;

import static org.assertj.core.api.Assertions.assertThat;

import cn.hotline.routing.knowledge.KnowledgeFiles;
import cn.hotline.routing.place.model.Division;
import cn.hotline.routing.place.model.LearnedName;
import cn.hotline.routing.place.model.PlaceSuggestion;
import cn.hotline.routing.place.model.Whereabouts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceLearnerTest {

    private static final Whereabouts NOWHERE = Whereabouts.written(null, LocalDate.of(2026, 11, 23));
    private static final String EAST = "630102";
    private static final String WEST = "630104";
    private static final double SURE = 0.7;

    private final Divisions divisions = Divisions.load(KnowledgeFiles.ofClassPath());
    private final List<ConfirmedPlace> tickets = new ArrayList<>();

    @Test
    void aNameThatEnoughTicketsOfOneCountyConfirmDecides() {
        confirmed(30, WEST, "柳浪家园门口路灯不亮", "在柳浪家园，垃圾没人收");
        var best = located("柳浪家园三号楼停水").get(0);
        assertThat(best.countyCode()).isEqualTo(WEST);
        assertThat(best.confidence()).isGreaterThan(SURE);
        assertThat(best.evidence()).containsExactly("柳浪家园");
    }

    @Test
    void aNameOfFewTicketsIsProposedButDoesNotDecide() {
        confirmed(4, WEST, "柳浪家园门口路灯不亮");
        var best = located("柳浪家园三号楼停水").get(0);
        assertThat(best.countyCode()).isEqualTo(WEST);
        assertThat(best.confidence()).isLessThan(SURE);
    }

    @Test
    void aNameConfirmedInSeveralCountiesNeverDecidesAlone() {
        confirmed(90, WEST, "柳浪家园门口路灯不亮");
        confirmed(10, EAST, "柳浪家园门口路灯不亮");
        assertThat(located("柳浪家园停水")).hasSize(2).allMatch(place -> place.confidence() < SURE);
    }

    @Test
    void theReasonSaysHowManyTicketsLieWhere() {
        confirmed(9, WEST, "柳浪家园门口路灯不亮");
        confirmed(1, EAST, "柳浪家园门口路灯不亮");
        assertThat(located("柳浪家园停水").get(0).learned()).singleElement().satisfies(learned -> {
            assertThat(learned.support()).isEqualTo(10);
            assertThat(learned.purity()).isEqualTo(0.9);
            assertThat(learned.tickets()).containsEntry(WEST, 9).containsEntry(EAST, 1);
        });
    }

    @Test
    void aNameLeadsToTheStreetOnWhichItsTicketsAgree() {
        inStreet(27, "630104003", "柳浪家园门口路灯不亮", "在柳浪家园，垃圾没人收");
        inStreet(3, "630104001", "柳浪家园门口路灯不亮");
        var best = located("柳浪家园三号楼停水").get(0);
        assertThat(best.street()).isEqualTo(divisions.require("630104003").name());
        assertThat(best.streetIsTaught()).isTrue();
        assertThat(best.confidence()).isGreaterThan(SURE);
    }

    @Test
    void aLongRoadOfSeveralStreetsLeadsToItsCountyOnly() {
        inStreet(15, "630104003", "柳浪家园门口路灯不亮");
        inStreet(15, "630104001", "柳浪家园门口路灯不亮");
        var best = located("柳浪家园三号楼停水").get(0);
        assertThat(best.countyCode()).isEqualTo(WEST);
        assertThat(best.streetCode()).isNull();
        assertThat(best.streetIsTaught()).isFalse();
    }

    @Test
    void twoTicketsThatKnowTheirStreetAreTooFew() {
        confirmed(28, WEST, "柳浪家园门口路灯不亮");
        inStreet(2, "630104003", "柳浪家园门口路灯不亮");
        assertThat(located("柳浪家园停水").get(0).streetCode()).isNull();
    }

    @Test
    void aStreetThatIsNamedComesBeforeOneThatWasLearned() {
        inStreet(30, "630104003", "柳浪家园门口路灯不亮");
        var named = divisions.require("630104001").name();
        var best = located(named + "柳浪家园停水").get(0);
        assertThat(best.streetCode()).isEqualTo("630104001");
        assertThat(best.streetIsTaught()).isFalse();
    }

    @Test
    void learnedNamesOfEveryStreetOfTheCityLeadToItAndToNoOther() {
        var streets = divisions.all().stream()
                .filter(Division::isStreet)
                .filter(street ->
                        divisions.all().stream().anyMatch(place -> place.isCommunity() && street.holds(place)))
                .toList();
        var names = new ArrayList<String>();
        for (int i = 0; i < streets.size(); i++) {
            var name = "" + "甲乙丙丁戊己庚辛壬癸".charAt(i / 10) + "金木水火土日月星辰光".charAt(i % 10) + "苑";
            names.add(name);
            inStreet(10, streets.get(i).code(), "住在" + name + "，暖气不热", name + "垃圾没人收");
        }
        var lessons = learned();
        var gazetteer = Gazetteer.load(KnowledgeFiles.ofClassPath(), divisions).heeding(() -> lessons);
        for (int i = 0; i < streets.size(); i++) {
            assertThat(gazetteer.locate(NOWHERE, names.get(i) + "的路灯坏了").get(0).streetCode())
                    .as(names.get(i))
                    .isEqualTo(streets.get(i).code());
        }
        assertThat(streets).hasSizeGreaterThan(50);
    }

    @Test
    void whatAPersonWroteAsAPlaceIsKnownByItsShortNameToo() {
        for (int i = 0; i < 20; i++) {
            tickets.add(new ConfirmedPlace("河水发臭", List.of("清漪河"), WEST, null));
        }
        assertThat(located("清漪污水站太吵").get(0).countyCode()).isEqualTo(WEST);
    }

    @Test
    void aStretchThatAlwaysFollowsTheSameCharacterIsOnlyPartOfAName() {
        confirmed(5, WEST, "在柳浪家园门口", "到柳浪家园去");
        assertThat(learned().like("浪家园", 9)).extracting(LearnedName::name).containsExactly("柳浪家园");
    }

    @Test
    void theFilesOfTheCityComeBeforeWhatWasLearned() {
        confirmed(40, EAST, "虎台家园门口路灯不亮");
        assertThat(located("虎台家园停水").get(0).countyCode()).isEqualTo(WEST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"电话13900001111请回", "住十七栋二单元", "找张大江解决", "李海洋欠钱", "门牌88号", "我们小区", "这个小区", "ABC Road"})
    void numbersPeopleAndEverydayWordsAreNotLearned(String text) {
        confirmed(20, WEST, text);
        assertThat(learned().size()).isZero();
    }

    @Test
    void fewerTicketsThanAskedForTeachNothing() {
        confirmed(2, WEST, "柳浪家园门口路灯不亮");
        assertThat(learned().size()).isZero();
    }

    private void confirmed(int times, String county, String... texts) {
        for (int i = 0; i < times; i++) {
            Stream.of(texts).forEach(text -> tickets.add(new ConfirmedPlace(text, List.of(), county, null)));
        }
    }

    private void inStreet(int times, String street, String... texts) {
        for (int i = 0; i < times; i++) {
            Stream.of(texts)
                    .forEach(text -> tickets.add(new ConfirmedPlace(text, List.of(), street.substring(0, 6), street)));
        }
    }

    private LearnedPlaces learned() {
        return new PlaceLearner(3).learn(tickets);
    }

    private List<PlaceSuggestion> located(String text) {
        var lessons = learned();
        return Gazetteer.load(KnowledgeFiles.ofClassPath(), divisions)
                .heeding(() -> lessons)
                .locate(NOWHERE, text);
    }
}
