package cn.hotline.intake.codes;

import static org.assertj.core.api.Assertions.assertThat;

import cn.hotline.intake.codes.model.Category;
import cn.hotline.intake.codes.model.ChannelFamily;
import cn.hotline.intake.codes.model.Division;
import cn.hotline.intake.codes.model.PinyinInitials;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodesTest {

    private final Codes codes = new Codes();

    @Test
    void aCategoryKnowsTheOneAboveIt() {
        assertThat(codes.category("HC-PROPERTY")).contains(new Category("HC-PROPERTY", "住房城乡建设", "物业服务"));
    }

    @Test
    void aCountyIsKnownByItsCode() {
        assertThat(codes.division("630104").map(Division::name)).contains("城西区");
        assertThat(codes.division("630199")).isEmpty();
    }

    @Test
    void aCodeThatIsNoMoreIsItsSuccessorForWhoeverRegistersTodayAndKeepsItsName() {
        assertThat(codes.division("630122", LocalDate.of(2020, 7, 21)).map(Division::name))
                .contains("湟中县");
        assertThat(codes.division("630122", LocalDate.of(2020, 7, 22)).map(Division::name))
                .contains("湟中区");
        assertThat(codes.division("630106", LocalDate.of(2020, 7, 21))).isEmpty();
        assertThat(codes.division("630122").map(Division::name)).contains("湟中县");
    }

    @Test
    void onlyWhatThereIsOnThatDayIsThereToChooseFrom() {
        assertThat(codes.choices(LocalDate.of(2026, 11, 23)).map(Division::code))
                .contains("630106")
                .doesNotContain("630122");
        assertThat(codes.choices(LocalDate.of(2020, 7, 21)).map(Division::code))
                .contains("630122")
                .doesNotContain("630106");
    }

    @Test
    void theChannelsOfTheDailyReportAreKnown() {
        assertThat(new Channels().all())
                .filteredOn(channel -> channel.family() == ChannelFamily.WEB)
                .extracting(channel -> channel.term())
                .containsExactly("西宁12345微信公众号", "市长信箱", "市委网信办", "青海12345政务服务网站");
    }

    @ParameterizedTest
    @CsvSource({"物业服务, wyfw", "消费维权, xfwq", "噪音, zy", "城西区, cxq", "湟中区, hzq", "公安110, ga110"})
    void anEntryIsFoundByItsInitials(String term, String initials) {
        assertThat(PinyinInitials.of(term)).isEqualTo(initials);
    }

    /** Every character of the names an operator chooses from has an initial, or typing them would skip one. */
    @Test
    void noCharacterOfOurNamesIsWithoutInitial() {
        assertThat(codes.divisions().stream().filter(Division::isCountyOrStreet).map(Division::name))
                .allSatisfy(name -> assertThat(PinyinInitials.of(name)).as(name).hasSameSizeAs(name));
        assertThat(codes.categories().stream().map(Category::term))
                .allSatisfy(term -> assertThat(PinyinInitials.of(term)).as(term).hasSameSizeAs(term));
    }
}
