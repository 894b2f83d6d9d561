package cn.hotline.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CheckTest {

    private static final Set<String> OLD = Set.of("old");

    @Test
    void nothingIsLostOrDoubledWhenTheLedgerHoldsEachTicketOnce() {
        assertThat(Check.of(OLD, List.of("a", "b"), 0, List.of("old", "b", "a")))
                .isEqualTo(new Check(0, 0));
    }

    @Test
    void anAcknowledgedTicketThatTheLedgerLacksIsLost() {
        assertThat(Check.of(OLD, List.of("a", "b"), 0, List.of("old", "a"))).isEqualTo(new Check(1, 0));
    }

    @Test
    void aNumberGivenOutTwiceIsDoubled() {
        assertThat(Check.of(OLD, List.of("a", "a"), 0, List.of("old", "a"))).isEqualTo(new Check(0, 1));
    }

    @Test
    void aRowThatStandsTwiceIsDoubled() {
        assertThat(Check.of(OLD, List.of("a"), 0, List.of("old", "a", "a"))).isEqualTo(new Check(0, 1));
    }

    @Test
    void aTicketNobodyWasToldOfIsDoubled() {
        assertThat(Check.of(OLD, List.of("a"), 0, List.of("old", "a", "b"))).isEqualTo(new Check(0, 1));
    }

    @Test
    void aTicketWhoseAnswerWasLostIsNotHeldAgainstTheHotline() {
        assertThat(Check.of(OLD, List.of("a"), 1, List.of("old", "a", "b"))).isEqualTo(new Check(0, 0));
    }
}
