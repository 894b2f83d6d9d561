package cn.hotline.intake.merging;

import static cn.hotline.intake.Story.NOW;
import static cn.hotline.intake.Story.done;
import static org.assertj.core.api.Assertions.assertThat;

import cn.hotline.intake.Story;
import cn.hotline.intake.merging.model.Merge;
import cn.hotline.intake.registration.model.TicketNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Merges} promises; run by the one in memory and by the one in the store. */
public abstract class MergesContract {

    private static final TicketNumber MASTER = new TicketNumber("XN240617-000987");

    private Merges merges;

    protected abstract Merges merges();

    @BeforeEach
    void fresh() {
        merges = merges();
    }

    @Test
    void aMergeComesBackAsItWasSaved() {
        Merge begun = done(merges.open(merge("m-1", NOW)));
        assertThat(done(merges.find("m-1"))).isEqualTo(begun).isEqualTo(merge("m-1", NOW));
        assertThat(done(merges.find("m-2").hasElement())).isFalse();
    }

    @Test
    void whatIsUndoneComesBackToo() {
        done(merges.open(merge("m-1", NOW)));
        done(merges.change("m-1", begun -> begun.merged(List.of(Story.NUMBER))));
        Merge undone = done(merges.change("m-1", merged -> merged.undo("operator", NOW, Duration.ofDays(1))));
        assertThat(done(merges.find("m-1"))).isEqualTo(undone);
    }

    @Test
    void thoseUnderWayAreFoundOldestFirst() {
        done(merges.open(merge("young", NOW)));
        done(merges.open(merge("old", NOW.minusSeconds(120))));
        done(merges.open(merge("older", NOW.minusSeconds(180))));
        done(merges.open(merge("ready", NOW.minusSeconds(240))));
        done(merges.change("ready", begun -> begun.merged(List.of(Story.NUMBER))));
        assertThat(done(merges.underWay(NOW.minusSeconds(60), 10).map(Merge::id).collectList()))
                .containsExactly("older", "old");
        assertThat(done(merges.underWay(NOW.minusSeconds(60), 1).map(Merge::id).collectList()))
                .containsExactly("older");
    }

    private static Merge merge(String id, Instant at) {
        return Merge.begun(id, MASTER, List.of(Story.NUMBER), "同一件事", "operator", at);
    }
}
