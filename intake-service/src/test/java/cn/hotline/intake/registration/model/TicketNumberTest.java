package cn.hotline.intake.registration.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TicketNumberTest {

    @Test
    void aNumberSaysItsDay() {
        assertThat(TicketNumber.of("XN", LocalDate.of(2024, 6, 18), 123).value())
                .isEqualTo("XN240618-000123");
    }

    @Test
    void aBusyDayHasMoreDigits() {
        assertThat(TicketNumber.of("XN", LocalDate.of(2024, 6, 18), 1_234_567).value())
                .isEqualTo("XN240618-1234567");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"XN240618-000123", "xn240618-000123", "XN 240618 000123", "240618000123", "ＸＮ２４０６１８－０００１２３"})
    void itIsReadAsPeopleTypeIt(String typed) {
        assertThat(TicketNumber.read(typed, "XN")).contains(new TicketNumber("XN240618-000123"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"13800006627", "8613800006627", "0971-12345678", "路灯", "240618", "XN", ""})
    void nothingElseIsTakenForOne(String typed) {
        assertThat(TicketNumber.read(typed, "XN")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "XN240618", "240618-000123", "XN240618-123", "XN240618-000123; drop"})
    void whatIsNoNumberCannotBecomeOne(String text) {
        assertThatThrownBy(() -> new TicketNumber(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
