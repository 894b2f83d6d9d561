package cn.hotline.intake.registration.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.hotline.intake.Story;
import cn.hotline.intake.registration.model.Decision;
import cn.hotline.intake.registration.model.Disposition;
import cn.hotline.intake.registration.model.Ticket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReadBackTest {

    private static final SpokenNumber SPOKEN = new SpokenNumber("零幺二三四五六七八九");

    @Test
    void aNumberIsShownInGroupsAndSpokenDigitByDigit() {
        ReadBack read = ReadBack.of(Story.ticket(), SPOKEN);
        assertThat(read.shown()).isEqualTo("XN 240618 000123");
        assertThat(read.spoken()).isEqualTo("X N　二四零六幺八　零零零幺二三");
    }

    @Test
    void aDeskMayHaveItsOwnWordsForDigits() {
        assertThat(ReadBack.of(Story.ticket(), new SpokenNumber("洞幺两三四五六拐八勾")).spoken())
                .isEqualTo("X N　两四洞六幺八　洞洞洞幺两三");
    }

    @Test
    void beforeDispatchOnlyTheFirstContactIsPromised() {
        assertThat(ReadBack.of(Story.ticket(), SPOKEN).promise())
                .contains("24 小时内会有人与您联系")
                .doesNotContain("办结");
    }

    @ParameterizedTest
    @EnumSource(value = Disposition.class, mode = EnumSource.Mode.EXCLUDE, names = "FORWARD")
    void nothingIsPromisedThatNobodyWillDo(Disposition disposition) {
        Decision decision = new Decision(disposition, "答复", null, "理由");
        Ticket ticket = Story.registered(decision).state();
        assertThat(ReadBack.of(ticket, SPOKEN).promise()).doesNotContain("24 小时");
    }
}
