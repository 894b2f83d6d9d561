package cn.hotline.chassis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalDataTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "13800001234",
                "138 0000 1234",
                "138-0000-1234",
                "１３８００００１２３４",
                "+86 138 0000 1234",
                "10000000001",
                "63010219000101123X",
                "630102 19000101 1234",
                "６３０１０２１９０００１０１１２３４",
                "6222000011112222333",
                "someone@example.org",
                "138.0000.1234",
                "138 - 0000 - 1234",
                "(138)00001234",
                "138\u200b0000\u00a01234",
                "138‑0000−1234",
                "𝟏𝟑𝟖𝟎𝟎𝟎𝟎𝟏𝟐𝟑𝟒",
                "1 3 8 0 0 0 0 1 2 3 4",
                "013800001234",
                "0086-13800001234",
                "138000012341",
                "138 0000 12345",
                "幺三八零零零零幺二三四",
                "630102900101123",
                "ｓｏｍｅｏｎｅ＠ｅｘａｍｐｌｅ．ｏｒｇ"
            })
    void whatLooksPersonalIsMaskedInsideAText(String personal) {
        String masked = PersonalData.mask("请打" + personal + "找我，谢谢");
        assertThat(masked).startsWith("请打").endsWith("找我，谢谢").contains("*").doesNotContain(personal);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024年6月18日",
                "胜利路12号3单元501室",
                "金额12345.67元",
                "工单XN241118-000123",
                "12345热线",
                "2024-11-12 08:30 至 2024-11-15 17:30",
                "0971-6130000 转 8012",
                "一九九八年建成，三十二户"
            })
    void whatAClerkNeedsStaysReadable(String text) {
        assertThat(PersonalData.mask(text)).isEqualTo(text);
    }

    @Property
    void elevenDigitsThatBeginWithOneAreMaskedHoweverTheyAreWritten(
            @ForAll @StringLength(10) @NumericChars String ten,
            @ForAll @Size(11) List<@From("gaps") String> gaps,
            @ForAll boolean wide) {
        String number = "1" + ten;
        StringBuilder written = new StringBuilder();
        for (int i = 0; i < number.length(); i++) {
            char digit = number.charAt(i);
            written.append(i == 0 ? "" : gaps.get(i)).append(wide ? (char) (digit - '0' + '０') : digit);
        }
        String masked = PersonalData.mask("来电" + written + "，请回电");
        assertThat(masked).isEqualTo("来电" + PersonalData.maskPhone(number) + "，请回电");
        assertThat(PersonalData.mask(masked)).isEqualTo(masked);
    }

    @Provide
    Arbitrary<String> gaps() {
        return Arbitraries.of("", "", " ", "-", "　", "－", "–", "—", " - ", ".", "·", "\u200b");
    }

    @Test
    void aMobileNumberKeepsItsEnds() {
        assertThat(PersonalData.mask("电话13800001234。")).isEqualTo("电话138****1234。");
        assertThat(PersonalData.maskPhone("13800001234")).isEqualTo("138****1234");
        assertThat(PersonalData.maskPhone("8012345")).isEqualTo("*****45");
    }

    @Test
    void aNameKeepsItsFirstCharacter() {
        assertThat(PersonalData.maskName("王小明")).isEqualTo("王**");
        assertThat(PersonalData.maskName("")).isEmpty();
    }
}
