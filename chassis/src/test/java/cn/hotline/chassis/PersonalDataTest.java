package cn.hotline.chassis;

import static org.assertj.core.api.Assertions.assertThat;

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
                "someone@example.org"
            })
    void whatLooksPersonalIsMaskedInsideAText(String personal) {
        String masked = PersonalData.mask("请打" + personal + "找我，谢谢");
        assertThat(masked).startsWith("请打").endsWith("找我，谢谢").contains("*").doesNotContain(personal);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024年6月18日", "胜利路12号3单元501室", "金额12345.67元", "工单XN240618-000123", "12345热线"})
    void whatAClerkNeedsStaysReadable(String text) {
        assertThat(PersonalData.mask(text)).isEqualTo(text);
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
