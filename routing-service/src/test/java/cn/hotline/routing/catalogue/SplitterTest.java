package cn.hotline.routing.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import cn.hotline.routing.catalogue.model.Part;
import cn.hotline.routing.classification.Categories;
import cn.hotline.routing.classification.Classifier;
import cn.hotline.routing.knowledge.KnowledgeFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SplitterTest {

    private final KnowledgeFiles files = KnowledgeFiles.ofClassPath();
    private final Splitter splitter = new Splitter(Classifier.load(files, Categories.load(files)));

    @Test
    void twoMattersThatTheCallerTellsApartAreOfferedAsTwo() {
        assertThat(splitter.parts("小区物业不打扫楼道，垃圾堆了半个月。另外，小区门口的公交车经常甩站不停"))
                .extracting(part -> part.category().code())
                .containsExactly("HC-PROPERTY-CLEANING", "TR-BUS-SERVICE");
        assertThat(splitter.parts("1、楼下烧烤店油烟扰民，油烟味进家里；2、健身房办的会员卡店关门了，余额不退"))
                .extracting(Part::text)
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "小区暖气不热，还有公交车总是晚点, HC-HEATING-COLD, TR-BUS",
        "一是楼道灯不亮，二是公交车太少, HC-PROPERTY-REPAIR, TR-BUS",
        "楼下烧烤店油烟大，还有健身房的会员卡不给退, EE-AIR-FUMES, MS-CONSUMER-REFUND",
        "路灯坏了，还想问一下医保卡怎么补办, UM-LAMP-LIGHT, HE-MEDICARE"
    })
    void soAreTwoThatHaveAFewLettersEach(String content, String first, String second) {
        assertThat(splitter.parts(content))
                .extracting(part -> part.category().code())
                .containsExactly(first, second);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "小区物业不打扫楼道，另外物业费还涨价",
                "公交车甩站，物业也不管",
                "楼下烧烤店油烟扰民。另外请尽快处理，谢谢",
                "会费1.5万元不退",
                "家里停水三天了，还有人在楼道里抽烟",
                "物业不打扫卫生，还有几家邻居养狗",
                "",
                "啊"
            })
    void oneMatterStaysOne(String content) {
        assertThat(splitter.parts(content)).isEmpty();
    }
}
