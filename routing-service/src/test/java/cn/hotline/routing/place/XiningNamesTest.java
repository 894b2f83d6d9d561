package cn.hotline.routing.place;

import static org.assertj.core.api.Assertions.assertThat;

import cn.hotline.routing.knowledge.KnowledgeFiles;
import cn.hotline.routing.place.model.Division;
import cn.hotline.routing.place.model.PlaceSuggestion;
import cn.hotline.routing.place.model.Whereabouts;
import java.time.LocalDate;
import java.util.Collection;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every community of the city, by all that its name is written as, alone in the place field. */
class XiningNamesTest {

    private static final double SURE = 0.7;
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private static final Divisions DIVISIONS = Divisions.load(KnowledgeFiles.ofClassPath());
    private static final Gazetteer GAZETTEER = Gazetteer.load(KnowledgeFiles.ofClassPath(), DIVISIONS);

    @ParameterizedTest
    @ValueSource(strings = {"", "居民委员会", "村委会"})
    void everyCommunityIsFoundOrIsOneOfTheCandidates(String ending) {
        communities().forEach(community -> {
            var places = GAZETTEER.locate(Whereabouts.written(written(community, ending), TODAY), "");
            assertThat(places)
                    .as(written(community, ending))
                    .extracting(PlaceSuggestion::countyCode)
                    .contains(community.countyCode());
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "居民委员会", "村委会"})
    void whereSeveralCountiesHaveItsNameNoneIsSureAndAllAreCandidates(String ending) {
        communities().forEach(community -> {
            var counties = bearing(community.name());
            var places = GAZETTEER.locate(Whereabouts.written(written(community, ending), TODAY), "");
            if (counties.size() > 1) {
                assertThat(places).as(community.name()).allMatch(place -> place.confidence() < SURE);
                assertThat(places)
                        .as(community.name())
                        .extracting(PlaceSuggestion::countyCode)
                        .containsAll(counties);
            }
        });
    }

    private String written(Division community, String ending) {
        boolean village = community.name().endsWith("村");
        return ending.isEmpty() || village == ending.startsWith("村") ? community.name() + ending : community.name();
    }

    private Collection<String> bearing(String name) {
        return communities()
                .filter(other -> other.name().equals(name))
                .map(Division::countyCode)
                .collect(Collectors.toSet());
    }

    private Stream<Division> communities() {
        return DIVISIONS.all().stream().filter(Division::isCommunity);
    }
}
