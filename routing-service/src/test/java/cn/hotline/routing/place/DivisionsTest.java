package cn.hotline.routing.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import cn.hotline.routing.knowledge.KnowledgeFault;
import cn.hotline.routing.knowledge.KnowledgeFiles;
import cn.hotline.routing.place.model.Division;
import cn.hotline.routing.place.model.PlaceSuggestion;
import cn.hotline.routing.place.model.Whereabouts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a code means on which day. */
class DivisionsTest {

    private static final LocalDate LAST_DAY = LocalDate.of(2026, 12, 31);
    private static final LocalDate NEW_YEAR = LocalDate.of(2027, 1, 1);

    /** Two streets become one at the new year, a third is divided between two counties. */
    private static final String REFORM = """
            630102 城东区
            630102001 东一街道 - - 2026-12-31 630102009
            630102002 东二街道 - - 2026-12-31 630102009
            630102003 东三街道 - - 2026-12-31 630102009 630103001
            630102009 东大街道 - 2027-01-01
            630103 城中区
            630103001 中一街道
            """;

    @TempDir
    private Path folder;

    @Test
    void aCodeIsItselfToItsLastDayAndItsSuccessorFromTheNext() {
        assertThat(meaning("630102001", LAST_DAY)).containsExactly("东一街道");
        assertThat(meaning("630102001", NEW_YEAR)).containsExactly("东大街道");
        assertThat(meaning("630102009", NEW_YEAR)).containsExactly("东大街道");
        assertThat(meaning("630102009", LAST_DAY)).isEmpty();
        assertThat(meaning("630102003", NEW_YEAR)).containsExactly("东大街道", "中一街道");
    }

    @Test
    void whatIsNoMoreKeepsItsNameForTheTicketsThatHaveIt() {
        assertThat(divisions(REFORM).find("630102001")).contains(new Division("630102001", "东一街道"));
        assertThat(divisions(REFORM).on(NEW_YEAR))
                .extracting(Division::name)
                .containsExactly("城东区", "东大街道", "城中区", "中一街道");
    }

    @Test
    void anOldNameInATextIsWhoeverTookOverOnTheDayOfTheTicket() {
        assertThat(located("东一街道的路灯", null, LAST_DAY))
                .extracting(PlaceSuggestion::streetCode)
                .containsExactly("630102001");
        assertThat(located("东一街道的路灯", null, NEW_YEAR))
                .extracting(PlaceSuggestion::streetCode)
                .containsExactly("630102009");
    }

    @Test
    void aCodeWhoseLandWasDividedBetweenCountiesIsNoLongerCertain() {
        assertThat(located("", "630102003", LAST_DAY)).singleElement().satisfies(place -> {
            assertThat(place.streetCode()).isEqualTo("630102003");
            assertThat(place.confidence()).isEqualTo(1);
        });
        assertThat(located("", "630102003", NEW_YEAR))
                .extracting(PlaceSuggestion::countyCode, PlaceSuggestion::confidence)
                .containsExactly(tuple("630102", 0.5), tuple("630103", 0.5));
    }

    @Test
    void aCodeIsUnknownBeforeItsFirstDay() {
        assertThatThrownBy(() -> located("", "630102009", LAST_DAY)).isInstanceOf(UnknownDivision.class);
    }

    @Test
    void aChainOfSuccessorsIsFollowedToWhatThereIsThatDay() {
        var chain = divisions("""
                630121 甲县 - - 1999-12-31 630122
                630122 乙县 - 2000-01-01 2020-07-21 630106
                630106 丙区 - 2020-07-22
                """);
        assertThat(chain.on("630121", LocalDate.of(1999, 12, 31)))
                .extracting(Division::name)
                .containsExactly("甲县");
        assertThat(chain.on("630121", LocalDate.of(2010, 1, 1)))
                .extracting(Division::name)
                .containsExactly("乙县");
        assertThat(chain.on("630121", NEW_YEAR)).extracting(Division::name).containsExactly("丙区");
    }

    @Test
    void theCountyOfTheCityThatBecameADistrictIsUnderstood() {
        var city = Divisions.load(KnowledgeFiles.ofClassPath());
        assertThat(city.on("630122", NEW_YEAR)).extracting(Division::code).containsExactly("630106");
        assertThat(city.ended("630122", NEW_YEAR)).contains("区划代码630122（湟中县）已于2020-07-21停用，由湟中区（630106）承接");
        assertThat(city.ended("630106", NEW_YEAR)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "630102 甲 - - 2026-01-31 630103; 630103 乙; 630102 丙 - 2027-01-01"
                        + "| divisions.tsv:5: code 630102 stands in line 3; a code is never used again",
                "630122 新区 - 2027-01-01"
                        + "| divisions.tsv:3: code 630122 has ended, as it was delivered; a code is never used again",
                "630102 甲 - - 2026-01-31; 630103 乙"
                        + "| divisions.tsv:3: 630102 ends without successors; its land lies somewhere",
                "630102 甲 - - 2026-01-31 630109; 630103 乙| divisions.tsv:3: successor 630109 is not in the file",
                "630102 甲 - - 2026-01-31 630103; 630103 乙 - 2026-03-01"
                        + "| divisions.tsv:3: successor 630103 is not in force on 2026-02-01, when 630102 has ended",
                "630102 甲 - - 2026-01-31 630103; 630103 乙 - - 2025-12-31 630104; 630104 丙"
                        + "| divisions.tsv:3: successor 630103 is not in force on 2026-02-01, when 630102 has ended",
                "630102 甲 - - 2026-01-31 630103; 630103 乙 - - 2026-02-28 630104; 630104 丙 - - 2026-03-31 630102"
                        + "| divisions.tsv:3: successors go in a circle: 630102 → 630103 → 630104 → 630102",
                "630102 甲 - - 2026-01-31 630102| divisions.tsv:3: successors go in a circle: 630102 → 630102",
                "630102 甲 - - - 630103; 630103 乙| divisions.tsv:3: 630102 has successors but no last day (until)",
                "630102 甲 - 昨天| divisions.tsv:3: from must be a day such as 2026-11-23",
                "630102 甲 - 2026-02-01 2026-01-31 630103; 630103 乙| divisions.tsv:3: until is before from",
                "630102 甲 - - 2026-01-31 630103; 630102001 甲街道; 630103 乙"
                        + "| divisions.tsv:4: 630102001 goes on when 630102, in which it lies, has ended"
            })
    void codesThatMakeNoSenseAreRefusedByFileAndLine(String rows, String complaint) {
        assertThatThrownBy(() -> divisions(rows.replace("; ", "\n")))
                .isInstanceOf(KnowledgeFault.class)
                .hasMessage(complaint);
    }

    private List<String> meaning(String code, LocalDate day) {
        return divisions(REFORM).on(code, day).stream().map(Division::name).toList();
    }

    private List<PlaceSuggestion> located(String text, @Nullable String code, LocalDate day) {
        write("places.tsv", "#version t\nname\tdivisions\n");
        return Gazetteer.load(KnowledgeFiles.of(folder), divisions(REFORM))
                .locate(new Whereabouts(null, code, null, null, day), text);
    }

    /** Cells apart by spaces, aliases left out where nothing follows; of a line of seven the last are successors. */
    private Divisions divisions(String rows) {
        var lines = new StringBuilder("#version t\ncode\tname\taliases\tfrom\tuntil\tsuccessors\n");
        rows.lines().forEach(row -> {
            var cells = row.split(" ", 6);
            lines.append(String.join("\t", cells)).append(cells.length == 2 ? "\t-\n" : "\n");
        });
        write("divisions.tsv", lines.toString());
        return Divisions.load(KnowledgeFiles.of(folder));
    }

    private void write(String name, String text) {
        try {
            Files.writeString(folder.resolve(name), text);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
