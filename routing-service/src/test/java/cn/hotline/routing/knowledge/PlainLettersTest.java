package cn.hotline.routing.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class PlainLettersTest {

    @Test
    void fullWidthAndCapitalLettersBecomePlain() {
        assertThat(PlainLetters.of("楼下ＫＴＶ，太吵！Ａ区１２号")).isEqualTo("楼下ktv,太吵!a区12号");
    }

    @Test
    void whatStandsInNoTableIsMadePlainByUnicode() {
        assertThat(PlainLetters.of("太吵……①㎡")).isEqualTo("太吵......1m2");
    }

    @Property
    void everyTextBecomesWhatUnicodeMakesOfIt(@ForAll @StringLength(max = 12) String text) {
        assertThat(PlainLetters.of(text)).isEqualTo(PlainLetters.byUnicode(text));
    }

    @Property
    void marksAndWideFormsBecomeWhatUnicodeMakesOfThem(
            @ForAll
                    @StringLength(max = 12)
                    @CharRange(from = '\u0020', to = '\u007e')
                    @CharRange(from = '\u0300', to = '\u0310')
                    @CharRange(from = '\u2010', to = '\u2027')
                    @CharRange(from = '\u3000', to = '\u303f')
                    @CharRange(from = '\u4e00', to = '\u4e20')
                    @CharRange(from = '\uff01', to = '\uffe6')
                    String text) {
        assertThat(PlainLetters.of(text)).isEqualTo(PlainLetters.byUnicode(text));
    }
}
