package cn.hotline.routing.catalogue;

import static cn.hotline.routing.catalogue.City.ADMIN;
import static cn.hotline.routing.catalogue.City.NOW;
import static cn.hotline.routing.catalogue.City.asked;
import static cn.hotline.routing.catalogue.City.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.hotline.chassis.Refused;
import cn.hotline.routing.catalogue.model.CatalogueEntry;
import cn.hotline.routing.catalogue.model.CatalogueRefusal;
import cn.hotline.routing.catalogue.model.Confidence;
import cn.hotline.routing.catalogue.model.Decision;
import cn.hotline.routing.catalogue.model.Decision.Given;
import cn.hotline.routing.catalogue.model.Decision.Source;
import cn.hotline.routing.catalogue.model.Finding;
import cn.hotline.routing.catalogue.model.Forecast;
import cn.hotline.routing.catalogue.model.HitRates;
import cn.hotline.routing.catalogue.model.Proposed;
import cn.hotline.routing.catalogue.model.Proposed.Dismissal;
import cn.hotline.routing.catalogue.model.UnitSuggestion;
import cn.hotline.routing.place.model.PlaceSuggestion;
import cn.hotline.routing.place.model.Whereabouts;
import cn.hotline.routing.recusal.model.Concern;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class EvidenceDeskTest {

    private static final Recommender RECOMMENDER = Recommender.load(City.FILES, new Confidence(0.6, 0.7));

    private final City city = new City();
    private final Forecaster forecaster = new Forecaster(RECOMMENDER, City.CATEGORIES);
    private final List<Decision> tickets = new ArrayList<>();
    private final Map<String, Dismissal> dismissed = new LinkedHashMap<>();
    private final EvidenceDesk desk = new EvidenceDesk(
            city.desk,
            city.published,
            City.checks(),
            forecaster,
            (from, to) -> Flux.fromIterable(tickets),
            new Dismissals() {
                @Override
                public Mono<Void> keep(Dismissal dismissal) {
                    return Mono.fromRunnable(() -> dismissed.put(dismissal.id(), dismissal));
                }

                @Override
                public Flux<Dismissal> newest(int limit) {
                    return Flux.fromIterable(dismissed.values());
                }
            },
            City.UNITS,
            City.CLOCK);

    @Test
    void aForecastNamesFromWhomToWhomAndTheNewestTickets() {
        for (int i = 10; i < 40; i++) {
            tickets.add(ticket("T-" + i, "HC-PROPERTY", "630105"));
        }
        tickets.add(ticket("T-40", "HC-PROPERTY", "630104"));
        tickets.add(ticket("T-41", null, "630105"));
        asked(city.desk.put(entry("N-1", "HC-PROPERTY", "630105", "630100-HOUSING"), ADMIN));

        Forecast forecast = asked(desk.forecast());

        assertThat(forecast.tickets()).isEqualTo(32);
        assertThat(forecast.elsewhere()).isEqualTo(30);
        assertThat(forecast.moves()).hasSize(1);
        assertThat(forecast.moves().get(0).from()).isEqualTo("630105");
        assertThat(forecast.moves().get(0).to()).isEqualTo("630100-HOUSING");
        assertThat(forecast.moves().get(0).count()).isEqualTo(30);
        assertThat(forecast.moves().get(0).numbers()).hasSize(Forecast.NUMBERS).startsWith("T-39", "T-38");
    }

    @Test
    void whatWouldGoToADispatcherAndOnlyOtherHelpersAreToldApart() {
        tickets.add(ticket("T-1", "HC-FUND", "630105"));
        tickets.add(ticket("T-2", "HC-PROPERTY", "630105"));
        asked(city.desk.remove("R-HC-FUND", ADMIN));
        asked(city.desk.remove("R-HC-PROPERTY", ADMIN));
        asked(city.desk.put(entry("N-1", "HC-PROPERTY", "630105", "@COUNTY"), ADMIN));
        var withoutHousing = asked(city.desk.draft());
        asked(city.desk.replace(
                withoutHousing.entries().stream()
                        .filter(entry -> !entry.id().equals("R-HC"))
                        .toList(),
                null,
                ADMIN));

        Forecast forecast = asked(desk.forecast());

        assertThat(forecast.moves()).hasSize(1);
        assertThat(forecast.moves().get(0).from()).isEqualTo("630100-FUND");
        assertThat(forecast.moves().get(0).to()).isNull();
        assertThat(forecast.helpers()).isEqualTo(1);
    }

    /** The same random catalogues, once forecast and once published and asked as for a new ticket. */
    @Test
    void theForecastIsWhatThenHappens() {
        var random = new Random(20261123);
        var categories = City.CATEGORIES.all().stream().toList();
        var counties = List.of("630102", "630103", "630104", "630105", "630106", "630121", "630123");
        var units = City.UNITS.all().stream().toList();
        for (int i = 0; i < 300; i++) {
            tickets.add(ticket(
                    "T-" + i,
                    categories.get(random.nextInt(categories.size())).code(),
                    random.nextInt(5) == 0 ? null : counties.get(random.nextInt(counties.size()))));
        }
        for (int round = 0; round < 20; round++) {
            var before = city.desk.current();
            var changed = new ArrayList<CatalogueEntry>();
            before.entries().stream().filter(entry -> random.nextInt(10) > 0).forEach(changed::add);
            for (int i = 0; i < 15; i++) {
                changed.add(entry(
                        "N-" + round + "-" + i,
                        categories.get(random.nextInt(categories.size())).code(),
                        counties.get(random.nextInt(counties.size())),
                        units.get(random.nextInt(units.size())).code()));
            }
            var index = city.published.ofToday("draft", changed);
            Forecast forecast =
                    forecaster.compare(city.published.get(), index, tickets, NOW.minus(EvidenceDesk.MONTH), NOW);

            var then = live(index);
            var now = live(city.published.get());
            long moved = tickets.stream()
                    .filter(ticket -> !leadOf(now, ticket).equals(leadOf(then, ticket)))
                    .count();

            assertThat(forecast.elsewhere())
                    .as("round " + round)
                    .isEqualTo(moved)
                    .isPositive();
            forecast.moves().forEach(move -> move.numbers().forEach(number -> {
                var ticket = tickets.get(Integer.parseInt(number.substring(2)));
                assertThat(leadOf(now, ticket)).isEqualTo(String.valueOf(move.from()));
                assertThat(leadOf(then, ticket)).isEqualTo(String.valueOf(move.to()));
            }));
        }
    }

    @Test
    void anAccusedUnitIsPassedOverInTheForecastToo() {
        var accused = new Concern("630105", "城北区政府", List.of("630105"), List.of("举报"));
        tickets.add(new Decision(
                "T-1",
                false,
                new Decision.Matter("HC-PROPERTY", place("630105"), null, "", List.of(accused)),
                null,
                List.of(),
                false));
        asked(city.desk.put(entry("N-1", "HC-PROPERTY", "630105", "630100-HOUSING"), ADMIN));

        assertThat(asked(desk.forecast()).moves().get(0).from()).isEqualTo("630100-DISCIPLINE");
    }

    @Test
    void anAreaThatIsNotTheCountysIsSoInTheForecastToo() {
        var park = new Decision(
                "T-1",
                false,
                new Decision.Matter("UM", place("630103"), "南川工业园区内", "路灯不亮", List.of()),
                null,
                List.of(),
                false);
        var live = RECOMMENDER.recommend(
                "某事", "路灯不亮", new Whereabouts("南川工业园区内", "630103", null, null, City.TODAY), null, "UM");

        assertThat(forecaster.lead(city.published.get(), park).map(UnitSuggestion::code))
                .isEqualTo(live.lead().map(UnitSuggestion::code));
        assertThat(live.lead().orElseThrow().ruleId()).startsWith("AREA-");
    }

    @Test
    void checksCountLastMonthsTickets() {
        tickets.add(ticket("T-1", "OT-OTHER", "630105"));

        assertThat(asked(desk.findings()))
                .filteredOn(finding -> finding.words().contains("OT-OTHER"))
                .extracting(Finding::tickets)
                .containsExactly(1L);
    }

    @Test
    void theFirstUnitThatKeptATicketIsAHit() {
        tickets.add(given("T-1", false, by(Source.CATALOGUE, "630105", 1)));
        tickets.add(given("T-2", false, by(Source.CATALOGUE, "630105", 1), by(Source.DISPATCHER, "630104", 2)));
        tickets.add(given("T-3", true, by(Source.CATALOGUE, "630105", 1)));
        tickets.add(given("T-4", false, by(Source.DISPATCHER, "630104", 1), by(Source.DISPATCHER, "630104", 2)));
        tickets.add(given("T-5", false));

        HitRates rates = asked(desk.hits(NOW.minusSeconds(1), NOW));

        assertThat(rates.all()).isEqualTo(new HitRates.Rate("", 4, 2));
        assertThat(rates.all().rate()).isEqualTo(0.5);
        assertThat(rates.byUnit())
                .containsExactly(new HitRates.Rate("630105", 3, 1), new HitRates.Rate("630104", 1, 1));
        assertThat(rates.byEntry()).containsExactly(new HitRates.Rate("R-X", 3, 1), new HitRates.Rate("BY_HAND", 1, 1));
        assertThat(rates.byClass()).containsExactly(new HitRates.Rate("HC-PROPERTY", 4, 2));
        assertThat(HitRates.of(List.of()).all().rate()).isNull();
    }

    @Test
    void aChoiceAgainstTheCatalogueProposesAnEntryUntilTheCatalogueFollows() {
        tickets.add(given("T-1", false, by(Source.CATALOGUE, "630105", 1), by(Source.DISPATCHER, "630100-HOUSING", 2)));
        tickets.add(given("T-2", false, by(Source.RULING, "630100-HOUSING", 1)));
        tickets.add(given("T-3", false, by(Source.CATALOGUE, "630105", 1)));
        tickets.add(given("T-4", false, by(Source.DISPATCHER, "630105", 1)));

        Proposed proposed = asked(desk.proposals()).get(0);

        assertThat(asked(desk.proposals())).hasSize(1);
        assertThat(proposed.id()).isEqualTo("HC-PROPERTY_630105_630100-HOUSING");
        assertThat(proposed.lead()).isEqualTo("630105");
        assertThat(proposed.entry()).isEqualTo("R-HC-PROPERTY");
        assertThat(proposed.cases())
                .extracting(one -> one.number() + " " + one.by())
                .containsExactly("T-2 RULING", "T-1 DISPATCHER");
        assertThat(proposed.drafted()).isFalse();

        asked(desk.accept(proposed.id(), null, ADMIN));
        assertThat(asked(desk.proposals()).get(0).drafted()).isTrue();
        CatalogueEntry drafted =
                asked(city.desk.draft()).entry("R-HC-PROPERTY-630105").orElseThrow();
        assertThat(drafted.duty().basis()).isEqualTo("会商裁定（T-2 等 2 件）：理由");

        asked(city.desk.publish("采纳裁定", 1, null, ADMIN));
        assertThat(asked(desk.proposals())).isEmpty();
    }

    @Test
    void whatIsDismissedIsProposedAgainByANewDecisionOnly() {
        tickets.add(given("T-1", false, by(Source.DISPATCHER, "630100-HOUSING", -10)));
        asked(desk.dismiss("HC-PROPERTY_630105_630100-HOUSING", "个案", ADMIN));
        assertThat(asked(desk.proposals())).isEmpty();
        assertThat(dismissed.values()).extracting(Dismissal::reason).containsExactly("个案");

        tickets.add(given("T-2", false, by(Source.DISPATCHER, "630100-HOUSING", 10)));
        assertThat(asked(desk.proposals()).get(0).cases())
                .extracting(Proposed.Case::number)
                .containsExactly("T-2");
    }

    @Test
    void whatIsNotProposedCannotBeAccepted() {
        var refused = catchThrowableOfType(Refused.class, () -> asked(desk.accept("X_Y_Z", null, ADMIN)));

        assertThat(refused.reason()).isEqualTo(CatalogueRefusal.PROPOSAL_GONE);
    }

    @Test
    void aCountyForAPlaceElsewhereCorrectsThePlaceAndNotTheCatalogue() {
        tickets.add(given("T-1", false, by(Source.DISPATCHER, "630104", 1)));
        tickets.add(new Decision(
                "T-2",
                false,
                new Decision.Matter("HC-PROPERTY", null, null, "", List.of()),
                null,
                List.of(by(Source.DISPATCHER, "630104", 1)),
                false));

        assertThat(asked(desk.proposals())).isEmpty();
    }

    @Test
    void aConfidentialTicketProposesWithoutItsReason() {
        tickets.add(new Decision(
                "T-1",
                true,
                new Decision.Matter("HC-PROPERTY", place("630105"), null, "秘密", List.of()),
                null,
                List.of(by(Source.DISPATCHER, "630100-HOUSING", 1)),
                false));

        assertThat(asked(desk.proposals()).get(0).cases().get(0).reason()).isNull();
    }

    /** As {@link Recommender} stands in the service, on that catalogue. */
    private static Recommender live(Catalogue catalogue) {
        return Recommender.load(City.FILES, new Confidence(0.6, 0.7), () -> catalogue);
    }

    private static String leadOf(Recommender live, Decision ticket) {
        var county = ticket.place() == null ? null : ticket.place().countyCode();
        return live.recommend(
                        null, "某事", new Whereabouts(null, county, null, null, City.TODAY), null, ticket.category())
                .lead()
                .map(UnitSuggestion::code)
                .orElse("null");
    }

    private static Decision ticket(String number, String category, String county) {
        return new Decision(
                number,
                false,
                new Decision.Matter(category, place(county), null, "某事", List.of()),
                null,
                List.of(),
                false);
    }

    private static Decision given(String number, boolean lost, Given... given) {
        return new Decision(
                number,
                false,
                new Decision.Matter("HC-PROPERTY", place("630105"), null, "", List.of()),
                "630105",
                List.of(given),
                lost);
    }

    private static Given by(Source source, String unit, int minutes) {
        Instant at = NOW.plus(Duration.ofMinutes(minutes));
        return source == Source.CATALOGUE
                ? new Given(unit, "R-X", "HC-PROPERTY", source, at, null)
                : new Given(unit, "BY_HAND", "HC-PROPERTY", source, at, "理由");
    }

    private static PlaceSuggestion place(String county) {
        return county == null
                ? null
                : PlaceSuggestion.known(county, City.DIVISIONS.require(county).name(), null, null, null, null);
    }
}
