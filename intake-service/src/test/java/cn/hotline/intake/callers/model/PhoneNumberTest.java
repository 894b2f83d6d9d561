package cn.hotline.intake.callers.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "13800006627",
                "138 0000 6627",
                "138-0000-6627",
                "+86 13800006627",
                "008613800006627",
                "１３８０００06627"
            })
    void oneNumberIsOneCallerHoweverItIsWritten(String written) {
        assertThat(PhoneNumber.read(written)).contains(new PhoneNumber("13800006627"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12", "abc", "138x0000", "123456789012345678901", "+"})
    void whatIsNoNumberIsNotRead(String written) {
        assertThat(PhoneNumber.read(written)).isEmpty();
    }

    @Test
    void anAreaCodeStays() {
        assertThat(PhoneNumber.read("(0971) 600-0000")).contains(new PhoneNumber("09716000000"));
    }

    @Test
    void itIsHiddenHoweverItStandsInAText() {
        var phone = new PhoneNumber("09716000000");
        assertThat(phone.hiddenIn("打 0971-6000000 或 0971 600 0000，不要打 12345"))
                .isEqualTo("打 097****0000 或 097****0000，不要打 12345");
    }

    @Test
    void itIsNotPrintedByAccident() {
        assertThat(new PhoneNumber("13800006627")).hasToString("138****6627");
    }

    @Test
    void onlyDigitsMakeANumber() {
        assertThatThrownBy(() -> new PhoneNumber("138 0000")).isInstanceOf(IllegalArgumentException.class);
    }
}
