package cn.hotline.routing.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.hotline.routing.knowledge.KnowledgeFiles;
import cn.hotline.routing.place.Divisions;
import cn.hotline.routing.place.model.Division;
import cn.hotline.routing.units.model.Unit;
import cn.hotline.routing.units.model.UnitLevel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnitsTest {

    private final KnowledgeFiles files = KnowledgeFiles.ofClassPath();
    private final Units units = Units.load(files);

    @Test
    void everyCountyHasItsGovernment() {
        assertThat(Divisions.load(files).on(LocalDate.of(2026, 11, 23)))
                .filteredOn(Division::isCounty)
                .allSatisfy(county -> assertThat(units.ofCounty(county.code()).map(Unit::name))
                        .hasValueSatisfying(name -> assertThat(name).endsWith("政府")));
    }

    @Test
    void moreThanADozenDepartmentsAnswerForTheWholeCity() {
        assertThat(units.all())
                .filteredOn(unit -> unit.level() == UnitLevel.CITY_DEPARTMENT)
                .hasSizeGreaterThan(12)
                .allMatch(unit -> unit.countyCode() == null);
    }

    @Test
    void everyCountyHasDepartmentsOfItsOwnThatStreetsMayCall() {
        assertThat(units.all())
                .filteredOn(unit -> unit.level() == UnitLevel.COUNTY)
                .allSatisfy(county -> assertThat(units.withAllBelow(county.code()))
                        .map(units::require)
                        .filteredOn(unit -> unit.level() == UnitLevel.COUNTY_DEPARTMENT)
                        .hasSizeGreaterThan(8)
                        .allMatch(unit -> county.code().equals(unit.parent())
                                && unit.level().isCalled()));
    }

    @Test
    void everyCountyOfAUnitIsACountyOfTheCity() {
        var divisions = Divisions.load(files);
        assertThat(units.all())
                .extracting(Unit::countyCode)
                .filteredOn(Objects::nonNull)
                .allMatch(code -> divisions.require(code).isCounty());
    }

    @Test
    void aDepartmentIsNoCounty() {
        assertThat(units.ofCounty("630100-HOUSING")).isEmpty();
    }

    @Test
    void anUnknownUnitIsRefusedInChinese() {
        assertThatThrownBy(() -> units.require("630199"))
                .isInstanceOf(UnknownUnit.class)
                .hasMessage("承办单位“630199”不存在");
    }

    @Test
    void aUnitAnswersFromItsFirstDayToItsLastAndThenItsSuccessor(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("units.tsv"), """
                #version t
                code\tname\tlevel\tcounty\tparent\tuntil\tsuccessor\tfrom
                630100-OLD\t旧局\tCITY_DEPARTMENT\t-\t-\t2026-11-30\t630100-NEW\t-
                630100-NEW\t新局\tCITY_DEPARTMENT\t-\t-\t-\t-\t2026-12-01
                """);
        var dated = Units.load(KnowledgeFiles.of(folder));

        assertThat(dated.inCharge("630100-OLD", LocalDate.of(2026, 11, 30)))
                .map(Unit::name)
                .hasValue("旧局");
        assertThat(dated.inCharge("630100-OLD", LocalDate.of(2026, 12, 1)))
                .map(Unit::name)
                .hasValue("新局");
        assertThat(dated.inCharge("630100-NEW", LocalDate.of(2026, 11, 30))).isEmpty();
        assertThat(dated.inCharge("630100-NEW", LocalDate.of(2026, 12, 1)))
                .map(Unit::name)
                .hasValue("新局");
    }

    @Test
    void aCodeIsNeverUsedAgain(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("units.tsv"), """
                #version t
                code\tname\tlevel\tcounty\tparent\tuntil\tsuccessor
                630100-A\t甲局\tCITY_DEPARTMENT\t-\t-\t2020-12-31\t-
                630100-A\t乙局\tCITY_DEPARTMENT\t-\t-\t-\t-
                """);
        assertThatThrownBy(() -> Units.load(KnowledgeFiles.of(folder)))
                .hasMessage("units.tsv:4: code 630100-A stands twice");
    }

    @Test
    void anUnknownLevelIsNamedByFileAndLine(@TempDir Path folder) throws IOException {
        Files.writeString(
                folder.resolve("units.tsv"),
                "#version t\ncode\tname\tlevel\tcounty\tparent\tuntil\tsuccessor\n630102\t某\tPLANET\t-\t-\t-\t-\n");
        assertThatThrownBy(() -> Units.load(KnowledgeFiles.of(folder)))
                .hasMessage("units.tsv:3: level 'PLANET' is not known");
    }
}
