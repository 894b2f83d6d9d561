package cn.hotline.intake.callers.model;

import static org.assertj.core.api.Assertions.assertThat;

import cn.hotline.chassis.PersonalData;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class IdentityTest {

    private static final Identity WANG = new Identity("王建国", new PhoneNumber("09716000000"), "wx-金丝雀");

    @Property
    void theCallersOwnNumberIsMaskedHoweverItIsWritten(
            @ForAll @NumericChars @StringLength(min = 7, max = 12) String digits,
            @ForAll @Size(12) List<@From("gaps") String> gaps,
            @ForAll boolean wide) {
        Identity caller = new Identity(null, new PhoneNumber(digits), null);
        String masked = caller.mask("回电" + written(digits, gaps, wide) + "谢谢");
        assertThat(plain(masked)).doesNotContain(digits);
        assertThat(caller.mask(masked)).isEqualTo(masked);
    }

    @Property
    void theCallersOwnNameIsMaskedHoweverItIsWritten(
            @ForAll @From("names") String name, @ForAll @Size(12) List<@From("gaps") String> gaps) {
        Identity caller = new Identity(name, null, null);
        String masked = caller.mask("我叫" + written(name, gaps, false) + "，住这里");
        assertThat(plain(masked)).doesNotContain(plain(name)).contains("**");
        assertThat(caller.mask(masked)).isEqualTo(masked);
    }

    @Test
    void whoHandlesTheMatterSeesDoorsAndPlatesButNotWhoCalls() {
        String said = "我是王建国，青A12345 堵了海湖花园5号楼3单元501室，电话 0971-600 0000，微信 wx-金丝雀";
        assertThat(WANG.maskFor(said, true, true)).isEqualTo("我是王**，青A12345 堵了海湖花园5号楼3单元501室，电话 097****0000，微信 ***");
        assertThat(WANG.maskFor(said, false, true)).contains("青A12345", "5号楼***，");
        assertThat(WANG.maskFor(said, true, false)).contains("青A****5", "501室，");
        assertThat(WANG.mask(said)).isEqualTo("我是王**，青A****5 堵了海湖花园5号楼***，电话 097****0000，微信 ***");
    }

    @Test
    void aNameOfOneCharacterIsNoName() {
        assertThat(new Identity("王", null, null).mask("王府井路灯不亮")).isEqualTo("王府井路灯不亮");
    }

    @Test
    void aForeignNameIsFoundInAnyCase() {
        assertThat(new Identity("John Smith", null, null).mask("ＪＯＨＮ　smith 来电")).isEqualTo("J** 来电");
    }

    @Test
    void itIsNotPrintedByAccident() {
        assertThat(WANG.toString()).doesNotContain("王建国", "0971", "wx");
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.of("王建国", "李芳", "欧阳明月", "阿卜杜拉", "Canary", "𠮷野家");
    }

    @Provide
    Arbitrary<String> gaps() {
        return Arbitraries.of("", "", " ", "-", "　", "－", "—", "·", "\u200b");
    }

    private static String written(String text, List<String> gaps, boolean wide) {
        List<String> parts = text.codePoints().mapToObj(Character::toString).toList();
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < parts.size(); i++) {
            String part = parts.get(i);
            all.append(i == 0 ? "" : gaps.get(i)).append(wide ? (char) (part.charAt(0) - '0' + '０') : part);
        }
        return all.toString();
    }

    private static String plain(String text) {
        return PersonalData.spelledPlainly(text)
                .chars()
                .filter(c -> " -.".indexOf(c) < 0)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }
}
