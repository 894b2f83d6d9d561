package cn.hotline.intake.callers.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WhereaboutsTest {

    @ParameterizedTest
    @CsvSource({
        "海湖花园5号楼3单元501室漏水, 海湖花园5号楼***漏水",
        "海湖花园 5 号楼 3 单元 501, 海湖花园 5 号楼 ***",
        "海湖花园５号楼３单元５０１室, 海湖花园５号楼***",
        "五号楼三单元五零一室, 五号楼***",
        "5栋2-301室, 5栋***",
        "5号楼-501, 5号楼***",
        "12幢5层东户, 12幢***",
        "5号楼2单元5楼东户投诉, 5号楼***投诉",
        "家住5-2-501, 家住5-***",
        "在1203号房, 在***",
        "住501室, 住***",
    })
    void anAddressEndsAtTheBuilding(String written, String shown) {
        assertThat(masked(written)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "青A12345占用消防通道, 青A****5占用消防通道",
        "车牌青A·1B2C3, 车牌青A****3",
        "青 a-12345, 青A****5",
        "青AD12345, 青A****5",
        "ＡＢ青Ａ１２３４５, ＡＢ青A****5",
    })
    void aPlateKeepsItsRegion(String written, String shown) {
        assertThat(masked(written)).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "胜利路12号",
                "3栋120米外",
                "2024-11-12",
                "小区300户居民",
                "5号楼 12 层没有电",
                "教室里",
                "5号楼2024年完工",
                "3号楼共120户",
                "青海省西宁市"
            })
    void whatIsNoDoorStays(String text) {
        assertThat(masked(text)).isEqualTo(text);
    }

    private static String masked(String text) {
        return Whereabouts.maskPlates(Whereabouts.maskDoors(text));
    }
}
