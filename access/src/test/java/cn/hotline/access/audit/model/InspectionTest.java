package cn.hotline.access.audit.model;

import static cn.hotline.access.audit.model.RegisterLine.REGISTER;
import static org.assertj.core.api.Assertions.assertThat;

import cn.hotline.access.audit.model.RegisterLine.Kind;
import cn.hotline.access.audit.model.Verification.Broken;
import java.util.List;
import org.junit.jupiter.api.Test;

class InspectionTest {

    private static final String A = "20240618T020000000-aaaaaaaa";
    private static final String B = "20240618T020500000-bbbbbbbb";

    private final WrittenLog log = new WrittenLog();

    @Test
    void whatWasWrittenIsWhole() {
        log.line(Kind.CLOSED, log.write(A, 3));
        log.write(B, 2);
        Verification found = log.inspect();
        assertThat(found.whole()).isTrue();
        assertThat(found.records()).isEqualTo(5);
        assertThat(found.chains()).extracting(Verification.Chain::closed).containsExactly(true, false);
        assertThat(found.chains()).extracting(chain -> chain.head().sequence()).containsExactly(3L, 2L);
    }

    @Test
    void anEmptyLogIsWhole() {
        assertThat(log.inspect().whole()).isTrue();
    }

    @Test
    void aProcessThatDiedLeavesAChainThatEndsEarly() {
        log.write(A, 5);
        log.links.remove(4);
        assertThat(log.inspect().whole()).isTrue();
    }

    @Test
    void aRecordTakenOutIsNamed() {
        log.write(A, 5);
        log.links.remove(2);
        broken(A, 3, Flaw.MISSING);
    }

    @Test
    void theFirstRecordTakenOutIsNamed() {
        log.write(A, 5);
        log.links.remove(0);
        broken(A, 1, Flaw.MISSING);
    }

    @Test
    void aChangedSubjectIsNamed() {
        log.write(A, 3);
        Link second = log.links.get(1);
        log.links.set(1, new Link(A, 2, WrittenLog.entry(77), second.hash()));
        broken(A, 2, Flaw.ALTERED);
    }

    @Test
    void twoRecordsThatChangedPlacesAreNamed() {
        log.write(A, 4);
        Link second = log.links.get(1);
        Link third = log.links.get(2);
        log.links.set(1, new Link(A, 2, third.entry(), third.hash()));
        log.links.set(2, new Link(A, 3, second.entry(), second.hash()));
        broken(A, 2, Flaw.ALTERED);
    }

    @Test
    void aRecordOfAnotherChainIsNamed() {
        log.write(A, 2);
        log.write(B, 3);
        Link foreign = log.links.get(4);
        log.links.add(new Link(A, 3, foreign.entry(), foreign.hash()));
        broken(A, 3, Flaw.ALTERED);
    }

    @Test
    void aRecordBehindTheEndIsNamed() {
        Anchor head = log.write(A, 2);
        log.line(Kind.CLOSED, head);
        log.add(head, 1);
        broken(A, 3, Flaw.ADDED);
    }

    @Test
    void aLineThatComesLateTakesNothingBack() {
        Anchor second = log.write(A, 2);
        Anchor fourth = log.add(second, 2);
        log.line(Kind.CLOSED, fourth);
        log.line(Kind.REACHED, second);
        assertThat(log.inspect().whole()).isTrue();
        log.links.remove(3);
        broken(A, 4, Flaw.CUT_SHORT);
    }

    @Test
    void aChainCutBehindWhatTheRegisterKnowsIsNamed() {
        log.line(Kind.REACHED, log.write(A, 3));
        log.links.remove(2);
        broken(A, 3, Flaw.CUT_SHORT);
    }

    @Test
    void aWholeChainTakenAwayIsNamed() {
        log.line(Kind.REACHED, log.write(A, 3));
        log.write(B, 1);
        log.links.removeIf(link -> link.chain().equals(A));
        broken(A, 1, Flaw.CUT_SHORT);
    }

    @Test
    void aCutThatTheRegisterDoesNotKnowOfIsFoundByAnAnchorFromElsewhere() {
        Anchor head = log.write(A, 3);
        log.links.remove(2);
        assertThat(log.inspect().whole()).isTrue();
        assertThat(log.inspect(head).broken()).isEqualTo(new Broken(A, 3, Flaw.CUT_SHORT));
    }

    @Test
    void aChainWrittenAnewFromSomewhereIsFoundByItsAnchor() {
        Anchor head = log.write(A, 3);
        log.line(Kind.REACHED, head);
        Link first = log.links.get(0);
        log.links.subList(1, 3).clear();
        Link forged = Link.after(first.head(), WrittenLog.entry(99));
        log.links.add(forged);
        log.links.add(Link.after(forged.head(), WrittenLog.entry(2)));
        broken(A, 3, Flaw.REWRITTEN);
    }

    @Test
    void aLineTakenOutOfTheRegisterIsNamed() {
        log.write(A, 1);
        log.line(Kind.REACHED, log.write(B, 1));
        log.register.remove(1);
        broken(REGISTER, 2, Flaw.MISSING);
    }

    @Test
    void aChangedLineOfTheRegisterIsNamed() {
        Anchor head = log.write(A, 2);
        log.line(Kind.REACHED, head);
        RegisterLine line = log.register.get(1);
        log.register.set(
                1, new RegisterLine(2, line.at(), Kind.REACHED, log.links.get(0).head(), line.hash()));
        broken(REGISTER, 2, Flaw.ALTERED);
    }

    @Test
    void aRegisterCutTogetherWithItsChainIsFoundByAnAnchorFromElsewhere() {
        Anchor whole = log.line(Kind.REACHED, log.write(A, 1)).place();
        log.register.remove(1);
        assertThat(log.inspect(whole).broken()).isEqualTo(new Broken(REGISTER, 2, Flaw.CUT_SHORT));
    }

    @Test
    void anEmptiedLogIsFoundByAnAnchorFromElsewhere() {
        Anchor head = log.write(A, 2);
        log.register.clear();
        log.links.clear();
        assertThat(log.inspect(head).broken()).isEqualTo(new Broken(A, 1, Flaw.CUT_SHORT));
    }

    @Test
    void aChainNobodyOpenedIsNamed() {
        log.write(A, 1);
        log.add(new Anchor(B, 0, ""), 1);
        broken(B, 1, Flaw.UNREGISTERED);
    }

    @Test
    void theFirstBreakIsTold() {
        log.write(A, 5);
        log.write(B, 5);
        log.links.remove(7);
        log.links.remove(3);
        broken(A, 4, Flaw.MISSING);
    }

    @Test
    void aRegisterThatGrewMeanwhileAsksNothingOfRecordsAlreadyPassed() {
        Anchor head = log.write(A, 2);
        Inspection inspection = new Inspection(List.of());
        log.register.forEach(inspection::look);
        log.links.forEach(inspection::look);
        inspection.look(log.line(Kind.REACHED, log.add(head, 5)));
        assertThat(inspection.end().whole()).isTrue();
    }

    private void broken(String chain, long sequence, Flaw flaw) {
        assertThat(log.inspect().broken()).isEqualTo(new Broken(chain, sequence, flaw));
    }
}
