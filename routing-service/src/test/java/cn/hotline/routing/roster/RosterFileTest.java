package cn.hotline.routing.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.hotline.routing.dispatch.Desks;
import cn.hotline.routing.knowledge.KnowledgeFault;
import cn.hotline.routing.knowledge.KnowledgeFiles;
import cn.hotline.routing.roster.model.Roster;
import cn.hotline.routing.roster.model.Roster.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What units start with. */
class RosterFileTest {

    private static final LocalDate SATURDAY = LocalDate.parse("2026-11-28");

    @TempDir
    Path folder;

    private final InMemoryRosters rosters = new InMemoryRosters();
    private final RosterDesk desk = new RosterDesk(rosters, new Desks().clock);

    @Test
    void everyUnitOfTheFileTakesEmergencies() throws IOException {
        desk.begin(read(
                        "630103\tunit-630103\t李芳\tCLERK\t0971-8230000\t1 2 3 4 5\t0971-8230000",
                        "630103\tunit-630103-deputy\t吴静\tDEPUTY\t0971-8230001\t6\t-",
                        "630103\tunit-630103-head\t陈刚\tHEAD\t-\t7\t-",
                        "630105\tunit-630105-head\t马超\tHEAD\t-\t-\t-"))
                .block();

        Roster centre = rosters.of("630103").block();
        assertThat(centre.takesEmergencies()).isTrue();
        assertThat(centre.onDuty(SATURDAY).orElseThrow().words()).isEqualTo("吴静");
        assertThat(rosters.of("630105").block().takesEmergencies()).isFalse();
    }

    @Test
    void whatSomebodyHasWrittenSinceStays() throws IOException {
        rosters.with("630103", InMemoryRosters.usual("630103"));

        desk.begin(read("630103\tother\t王强\tHEAD\t-\t1 2 3 4 5 6 7\t0971-1")).block();

        assertThat(rosters.of("630103").block().people()).hasSize(3);
    }

    @Test
    void aLineOfAnUnknownUnitStopsTheStart() {
        assertThatThrownBy(() -> read("999999\tsomebody\t王强\tHEAD\t-\t-\t-"))
                .isInstanceOf(KnowledgeFault.class)
                .hasMessageContaining("rosters.tsv");
    }

    private Map<String, Plan> read(String... lines) throws IOException {
        List<String> head = List.of("#version 1", "unit\taccount\tname\tpost\tphone\tdays\tdutyPhone");
        Files.write(folder.resolve("rosters.tsv"), head);
        Files.write(folder.resolve("rosters.tsv"), List.of(lines), StandardOpenOption.APPEND);
        return RosterFile.load(KnowledgeFiles.of(folder), Desks.UNITS);
    }
}
