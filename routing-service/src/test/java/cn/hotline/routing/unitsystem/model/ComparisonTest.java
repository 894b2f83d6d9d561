package cn.hotline.routing.unitsystem.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.hotline.chassis.Refusal.General;
import cn.hotline.chassis.Refused;
import cn.hotline.routing.contract.UnitNotice.Difference;
import cn.hotline.routing.contract.UnitNotice.ListsCompared;
import cn.hotline.routing.unitsystem.model.OpenList.Entry;
import cn.hotline.routing.unitsystem.model.OpenList.Sent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    @Test
    void whatIsAlikeIsNotNamed() {
        assertThat(compared(Map.of("A", "DISPATCHED"), Map.of("A", "DISPATCHED"))
                        .differences())
                .isEmpty();
    }

    @Test
    void whatOnlyOneSideHasAndWhatStandsOtherwiseIsNamed() {
        ListsCompared result =
                compared(Map.of("A", "DISPATCHED", "B", "IN_PROGRESS"), Map.of("B", "DISPATCHED", "C", "IN_PROGRESS"));

        assertThat(result.differences())
                .containsExactly(
                        new Difference("A", "ONLY_OURS", "DISPATCHED", null),
                        new Difference("B", "STATUS", "IN_PROGRESS", "DISPATCHED"),
                        new Difference("C", "ONLY_THEIRS", null, "IN_PROGRESS"));
        assertThat(result.ours()).isEqualTo(2);
        assertThat(result.theirs()).isEqualTo(2);
        assertThat(result.total()).isEqualTo(3);
    }

    @Test
    void whatTheUnitWasToldOfAfterItsListWasMadeIsLeftOut() {
        ListsCompared result = new Comparison(
                        2, Map.of("A", "DISPATCHED", "B", "IN_PROGRESS"), list(Map.of()), Set.of("A", "lists"))
                .result("630104", LocalDate.EPOCH, null, Instant.EPOCH);

        assertThat(result.differences()).extracting(Difference::number).containsExactly("B");
        assertThat(result.unsettled()).isEqualTo(1);
    }

    @Test
    void aTicketThatIsNotOpenHereAnyMoreStandsOtherwise() {
        ListsCompared result = new Comparison(0, Map.of("A", "CLOSED"), list(Map.of("A", "IN_PROGRESS")), Set.of())
                .result("630104", LocalDate.EPOCH, null, Instant.EPOCH);

        assertThat(result.ours()).isZero();
        assertThat(result.differences()).containsExactly(new Difference("A", "STATUS", "CLOSED", "IN_PROGRESS"));
    }

    @Test
    void aThousandAreListedAndAllAreCounted() {
        Map<String, String> many = new HashMap<>();
        for (int i = 0; i < 1_500; i++) {
            many.put("N" + i, "DISPATCHED");
        }

        ListsCompared result = compared(many, Map.of());

        assertThat(result.differences()).hasSize(1_000);
        assertThat(result.total()).isEqualTo(1_500);
    }

    @Test
    void aListThatCannotBeUsedIsRefused() {
        Stream.of(
                        new Sent(null, null),
                        new Sent(null, List.of(new Entry(null, "DISPATCHED"))),
                        new Sent(null, List.of(new Entry("A", null))),
                        new Sent(null, List.of(new Entry("a b", "DISPATCHED"))),
                        new Sent(null, List.of(new Entry("A", "办理中"))),
                        new Sent(null, List.of(new Entry("A", "DISPATCHED"), new Entry("A", "DISPATCHED"))))
                .forEach(sent -> assertThat(
                                catchThrowableOfType(Refused.class, sent::read).reason())
                        .as(sent.toString())
                        .isEqualTo(General.INVALID));
        assertThat(new Sent(null, List.of()).read().statuses()).isEmpty();
    }

    private static ListsCompared compared(Map<String, String> ours, Map<String, String> theirs) {
        return new Comparison(ours.size(), ours, list(theirs), Set.of())
                .result("630104", LocalDate.EPOCH, null, Instant.EPOCH);
    }

    private static OpenList list(Map<String, String> statuses) {
        return new OpenList(null, statuses);
    }
}
