package cn.hotline.intake.codes;

import static org.assertj.core.api.Assertions.assertThat;

import cn.hotline.intake.codes.model.Category;
import cn.hotline.intake.codes.model.ChannelFamily;
import cn.hotline.intake.codes.model.Division;
import cn.hotline.intake.codes.model.PinyinInitials;
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
        assertThat(codes.division("630104")).contains(new Division("630104", "城西区"));
        assertThat(codes.division("630199")).isEmpty();
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
