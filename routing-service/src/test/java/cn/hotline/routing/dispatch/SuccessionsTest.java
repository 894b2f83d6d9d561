package cn.hotline.routing.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import cn.hotline.chassis.Aggregates.Versioned;
import cn.hotline.routing.dispatch.model.Dispatch;
import cn.hotline.routing.dispatch.model.DispatchStatus;
import cn.hotline.routing.dispatch.model.TicketNumber;
import cn.hotline.routing.dispatch.model.Viewer;
import cn.hotline.routing.knowledge.KnowledgeFiles;
import cn.hotline.routing.units.Units;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A unit is abolished while it holds tickets. */
class SuccessionsTest {

    private static final String NUMBER = "XN261123-000001";

    private final Desks desks = new Desks();

    @TempDir
    private Path folder;

    @BeforeEach
    void aTicketIsWithTheCentreAndHousingHelps() {
        desks.dispatching.open(Tickets.plain(NUMBER)).block();
    }

    @Test
    void theSuccessorHasItInTheFormersPlace() throws IOException {
        assertThat(handedOver(
                        "630103\t城中区政府\tCOUNTY\t630103\t-\t2026-11-22\t630105",
                        "630105\t城北区政府\tCOUNTY\t630105\t-\t-\t-"))
                .isEqualTo(1);
        assertThat(ticket().holders()).containsExactly("630105", "630100-HOUSING");
        assertThat(ticket().status()).isEqualTo(DispatchStatus.DISPATCHED);
    }

    @Test
    void onceIsEnough() throws IOException {
        String[] directory = {
            "630103\t城中区政府\tCOUNTY\t630103\t-\t2026-11-22\t630105", "630105\t城北区政府\tCOUNTY\t630105\t-\t-\t-"
        };
        handedOver(directory);

        assertThat(handedOver(directory)).isZero();
    }

    @Test
    void withoutASuccessorItIsADispatchersAgain() throws IOException {
        handedOver("630103\t城中区政府\tCOUNTY\t630103\t-\t2026-11-22\t-");

        assertThat(ticket().status()).isEqualTo(DispatchStatus.PENDING_DISPATCH);
        assertThat(ticket().holders()).isEmpty();
    }

    @Test
    void onItsLastDayAUnitIsStillThere() throws IOException {
        assertThat(handedOver("630103\t城中区政府\tCOUNTY\t630103\t-\t2026-11-23\t-"))
                .isZero();
    }

    private long handedOver(String... rows) throws IOException {
        Files.writeString(
                folder.resolve("units.tsv"),
                "#version t\ncode\tname\tlevel\tcounty\tparent\tuntil\tsuccessor\n" + String.join("\n", rows) + "\n");
        Units directory = Units.load(KnowledgeFiles.of(folder));
        return new Successions(desks.dispatches, directory, desks.clock)
                .handOver()
                .blockOptional()
                .orElseThrow();
    }

    private Dispatch ticket() {
        return desks.dispatches
                .find(Viewer.itself(desks.clock.instant()), new TicketNumber(NUMBER))
                .map(Versioned::state)
                .blockOptional()
                .orElseThrow();
    }
}
