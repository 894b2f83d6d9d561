package cn.hotline.chassis.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.hotline.chassis.Refused;
import org.junit.jupiter.api.Test;

/** What a refusal says of a field. */
class FieldsTest {

    private enum Colour {
        RED
    }

    @Test
    void aSentenceThatNamesWhatWasSentNamesNobody() {
        Fields fields = new Fields();
        fields.code("colour", "打给13900007788", Colour.class);
        Refused refused = catchThrowableOfType(Refused.class, fields::refuseFaults);
        assertThat(refused.errors()).singleElement().satisfies(error -> assertThat(error.detail())
                .startsWith("没有“打给139****7788”这个代码")
                .doesNotContain("13900007788"));
    }

    @Test
    void whatIsCutOffWasMaskedBefore() {
        assertThat(Fields.shortened("一二三四五六七八九十一二三四五13900007788")).isEqualTo("一二三四五六七八九十一二三四五139**…");
    }
}
