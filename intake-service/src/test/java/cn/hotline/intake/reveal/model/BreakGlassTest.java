package cn.hotline.intake.reveal.model;

import static cn.hotline.intake.Story.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import cn.hotline.intake.reveal.model.BreakGlass.Hand;
import cn.hotline.intake.reveal.model.BreakGlass.Terms;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BreakGlassTest {

    private static final Terms TERMS = new Terms(Duration.ofMinutes(15), Duration.ofMinutes(30));
    private static final BreakGlass UNTOUCHED = BreakGlass.untouched("XN240618-000123");

    @Test
    void onePersonAloneOpensNothing() {
        BreakGlass one = reached(UNTOUCHED, "li", 0);
        assertThat(one.isOpenTo("li", NOW, TERMS)).isFalse();
        assertThat(one.waitsUntil(TERMS)).contains(NOW.plusSeconds(900));
    }

    @Test
    void thePersonWhoAsksTwiceIsStillAlone() {
        BreakGlass twice = reached(reached(UNTOUCHED, "li", 0), "li", 60);
        assertThat(twice.isOpenTo("li", NOW.plusSeconds(61), TERMS)).isFalse();
        assertThat(twice.waitsUntil(TERMS)).contains(NOW.plusSeconds(900));
    }

    @Test
    void twoTogetherOpenItToBothAndToNobodyElse() {
        BreakGlass open = reached(reached(UNTOUCHED, "li", 0), "zhao", 899);
        assertThat(open.isOpenTo("li", NOW.plusSeconds(900), TERMS)).isTrue();
        assertThat(open.isOpenTo("zhao", NOW.plusSeconds(900), TERMS)).isTrue();
        assertThat(open.isOpenTo("wang", NOW.plusSeconds(900), TERMS)).isFalse();
        assertThat(reached(open, "wang", 901).isOpenTo("wang", NOW.plusSeconds(902), TERMS))
                .isFalse();
    }

    @Test
    void itClosesByItself() {
        BreakGlass open = reached(reached(UNTOUCHED, "li", 0), "zhao", 60);
        assertThat(open.isOpenTo("li", NOW.plusSeconds(60 + 1799), TERMS)).isTrue();
        assertThat(open.isOpenTo("li", NOW.plusSeconds(60 + 1800), TERMS)).isFalse();
    }

    @Test
    void whoComesTooLateIsTheFirstAgain() {
        BreakGlass late = reached(reached(UNTOUCHED, "li", 0), "zhao", 900);
        assertThat(late.isOpenTo("zhao", NOW.plusSeconds(900), TERMS)).isFalse();
        assertThat(late.waitsUntil(TERMS)).contains(NOW.plusSeconds(1800));
    }

    @Test
    void onceClosedItTakesTwoAgain() {
        BreakGlass again = reached(reached(reached(UNTOUCHED, "li", 0), "zhao", 60), "li", 60 + 1800);
        assertThat(again.isOpenTo("li", NOW.plusSeconds(60 + 1801), TERMS)).isFalse();
    }

    private static BreakGlass reached(BreakGlass before, String account, long after) {
        return before.reach(new Hand(account, NOW.plusSeconds(after)), TERMS).state();
    }
}
