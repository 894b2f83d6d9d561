package cn.hotline.routing.catalogue;

import static cn.hotline.routing.catalogue.City.TODAY;
import static cn.hotline.routing.catalogue.City.entry;
import static cn.hotline.routing.catalogue.City.notForStreets;
import static cn.hotline.routing.catalogue.City.of;
import static cn.hotline.routing.catalogue.City.valid;
import static org.assertj.core.api.Assertions.assertThat;

import cn.hotline.routing.catalogue.model.CatalogueEntry;
import cn.hotline.routing.catalogue.model.Decision;
import cn.hotline.routing.catalogue.model.Finding;
import cn.hotline.routing.catalogue.model.Finding.Kind;
import cn.hotline.routing.knowledge.KnowledgeFiles;
import cn.hotline.routing.place.model.PlaceSuggestion;
import cn.hotline.routing.units.Units;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueChecksTest {

    private static final List<CatalogueEntry> DELIVERED =
            CatalogueFile.load(City.FILES, City.CATEGORIES, City.UNITS).entries();

    private final CatalogueChecks checks = City.checks();

    @Test
    void whatIsDeliveredMayBePublished() {
        assertThat(checks.of(DELIVERED, List.of()))
                .noneMatch(finding -> finding.kind().blocks());
    }

    @Test
    void whatIsDeliveredLeavesOnlyTheRestToADispatcher() {
        assertThat(checks.of(DELIVERED, List.of())).extracting(Finding::kind).containsOnly(Kind.GAP);
        assertThat(checks.of(DELIVERED, List.of()))
                .extracting(Finding::words)
                .allMatch(words -> words.contains("（OT-") || words.contains("其他"));
    }

    @Test
    void twoForTheSameClassPlaceAndTimeOverlap() {
        var found =
                checks.of(with(entry("N-1", "HC-FUND", null, "630100-HOUSING")), List.of(ticket("HC-FUND", "630104")));

        assertThat(found.get(0).kind()).isEqualTo(Kind.OVERLAP);
        assertThat(found.get(0).entries()).containsExactly("R-HC-FUND", "N-1");
        assertThat(found.get(0).tickets()).isEqualTo(1);
    }

    @Test
    void anotherPlaceObjectOrTimeIsNoOverlap() {
        assertThat(blocking(
                        entry("N-1", "HC-FUND", "630104", "630100-HOUSING"),
                        of(entry("N-2", "HC-FUND", null, "630100-HOUSING"), "提取"),
                        of(entry("N-3", "HC-FUND", null, "630100-HOUSING"), "贷款"),
                        valid(entry("N-4", "HC-FUND", "630105", "630100-HOUSING"), null, TODAY),
                        valid(entry("N-5", "HC-FUND", "630105", "630100-FUND"), TODAY.plusDays(1), null)))
                .isEmpty();
    }

    @Test
    void oneWordInCommonOrOneDayInCommonIsAnOverlap() {
        assertThat(blocking(
                        of(entry("N-2", "HC-FUND", null, "630100-HOUSING"), "提取", "贷款"),
                        of(entry("N-3", "HC-FUND", null, "630100-HOUSING"), "贷款"),
                        valid(entry("N-4", "HC-FUND", "630105", "630100-HOUSING"), null, TODAY),
                        valid(entry("N-5", "HC-FUND", "630105", "630100-FUND"), TODAY, null)))
                .containsExactly("OVERLAP N-2 N-3", "OVERLAP N-4 N-5");
    }

    @Test
    void whatIsNowhereIsNamedByItsEntry() {
        assertThat(blocking(
                        entry("N-1", "NO-SUCH", null, "630100-FUND"),
                        entry("N-2", "HC-FUND", "639999", "630100-FUND"),
                        entry("N-3", "HC-FUND", "630105", "630100-MOON"),
                        entry("N-4", "HC-POWER", null, "@COUNTY")))
                .contains("UNKNOWN_CLASS N-1", "UNKNOWN_PLACE N-2", "UNKNOWN_UNIT N-3", "NEEDS_PLACE N-4");
    }

    @Test
    void theSameNumberStandsOnce() {
        assertThat(blocking(entry("R-HC-FUND", "HC-FUND", "630105", "630100-FUND")))
                .containsExactly("SAME_ID R-HC-FUND");
        assertThat(checks.of(List.of(), List.of())).extracting(Finding::kind).contains(Kind.EMPTY);
    }

    @Test
    void whatTownsDoNotTakeOnIsNotGivenToThem() {
        assertThat(blocking(entry("N-1", "MS-EQUIPMENT", "630105001", "@STREET")))
                .containsExactly("NOT_FOR_STREETS N-1");
        assertThat(blocking(entry("N-1", "UM-LAMP", "630105001", "@STREET"))).isEmpty();
        assertThat(blocking(
                        notForStreets(entry("N-1", "UM", "630105", "630105")),
                        entry("N-2", "UM-LAMP", "630105001", "@STREET"),
                        entry("N-3", "UM-LAMP", "630104001", "@STREET")))
                .containsExactly("NOT_FOR_STREETS N-2");
    }

    @Test
    void aClassWithoutALeadInACountyIsAGapWithItsTickets() {
        var lessOne = DELIVERED.stream()
                .filter(entry -> !entry.id().equals("R-PS-TRAFFIC"))
                .toList();
        var onlyNorth = Stream.concat(
                        lessOne.stream(), Stream.of(entry("N-1", "PS-TRAFFIC", "630105", "630100-POLICE")))
                .toList();
        var lastMonth =
                List.of(ticket("PS-TRAFFIC", "630104"), ticket("PS-TRAFFIC", "630105"), ticket("PS-TRAFFIC", null));

        var gap = checks.of(onlyNorth, lastMonth).stream()
                .filter(finding -> finding.words().contains("PS-TRAFFIC"))
                .findFirst()
                .orElseThrow();

        assertThat(gap.kind()).isEqualTo(Kind.GAP);
        assertThat(gap.words()).contains("城西区").doesNotContain("城北区");
        assertThat(gap.tickets()).isEqualTo(2);
    }

    @Test
    void whatEndsWithoutSuccessorIsToldThirtyDaysBefore() {
        var ended = valid(entry("N-1", "HC-FUND", "630105", "630100-FUND"), null, TODAY.minusDays(1));
        var ending = valid(entry("N-2", "HC-FUND", "630104", "630100-FUND"), null, TODAY.plusDays(20));
        var later = valid(entry("N-3", "HC-FUND", "630103", "630100-FUND"), null, TODAY.plusDays(40));
        var followed = valid(entry("N-4", "HC-FUND", "630102", "630100-FUND"), null, TODAY);
        var following = valid(entry("N-5", "HC-FUND", "630102", "630100-FUND"), TODAY.plusDays(1), null);

        var found = checks.of(with(ended, ending, later, followed, following), List.of(ticket("HC-FUND", "630105")));

        assertThat(found)
                .filteredOn(finding -> finding.kind() == Kind.EXPIRED)
                .extracting(finding -> finding.entries().get(0) + " " + finding.tickets())
                .containsExactly("N-1 1", "N-2 0");
    }

    @Test
    void anAbolishedUnitIsToldAndItsSuccessorActsMeanwhile(@TempDir Path folder) throws IOException {
        Files.writeString(
                folder.resolve("units.tsv"),
                "#version t\ncode\tname\tlevel\tcounty\tparent\tuntil\tsuccessor\n"
                        + "630100-OLD\t市老局\tCITY_DEPARTMENT\t-\t-\t2026-06-30\t630100-NEW\n"
                        + "630100-NEW\t市新局\tCITY_DEPARTMENT\t-\t-\t-\t-\n"
                        + "630100-GONE\t市没局\tCITY_DEPARTMENT\t-\t-\t2026-06-30\t-\n");
        var units = Units.load(KnowledgeFiles.of(folder));
        var entries =
                List.of(entry("N-1", "HC-FUND", null, "630100-OLD"), entry("N-2", "HC-TITLE", null, "630100-GONE"));

        var found = new CatalogueChecks(City.CATEGORIES, units, City.DIVISIONS, City.CLOCK).of(entries, List.of());
        var index = new Catalogue("t", entries, City.CATEGORIES, units, TODAY);

        assertThat(found)
                .filteredOn(finding -> finding.kind() == Kind.UNIT_GONE)
                .hasSize(2);
        assertThat(index.route(City.CATEGORIES.require("HC-FUND"), null, "")
                        .get(0)
                        .name())
                .isEqualTo("市新局");
        assertThat(index.route(City.CATEGORIES.require("HC-TITLE"), null, "")).isEmpty();
    }

    @Test
    void anEntryOfAnEndedDivisionIsToldWithWhoTookOver() {
        assertThat(checks.of(with(entry("N-1", "HC-FUND", "630122", "630100-FUND")), List.of()))
                .filteredOn(finding -> finding.kind() == Kind.PLACE_GONE)
                .singleElement()
                .satisfies(finding -> assertThat(finding.words()).contains("N-1", "湟中县", "由湟中区（630106）承接"));
    }

    private List<String> blocking(CatalogueEntry... more) {
        return checks.of(with(more), List.of()).stream()
                .filter(finding -> finding.kind().blocks())
                .map(finding -> finding.kind() + " " + String.join(" ", finding.entries()))
                .toList();
    }

    private static List<CatalogueEntry> with(CatalogueEntry... more) {
        return Stream.concat(DELIVERED.stream(), Stream.of(more)).toList();
    }

    static Decision ticket(String category, String county) {
        var place = county == null ? null : PlaceSuggestion.known(county, "某区", null, null, null, null);
        return new Decision(
                "XN261123-000001",
                false,
                new Decision.Matter(category, place, null, "", List.of()),
                null,
                List.of(),
                false);
    }
}
