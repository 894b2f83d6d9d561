package cn.hotline.routing.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoundsTest {

    private final Sounds sounds = Sounds.load(KnowledgeFiles.ofClassPath());

    @ParameterizedTest
    @CsvSource({"湟源, 黄园", "海晏路, 海宴录", "城北, 陈北", "师大, 思大", "韵家口3号A座, 运家口3号A座"})
    void whatSoundsAlikeIsTheSame(String one, String other) {
        assertThat(sounds.of(one)).isEqualTo(sounds.of(other)).hasSameSizeAs(one);
    }

    @ParameterizedTest
    @CsvSource({"海晏路, 海湖路", "虎台, 楼台", "城北区, 城西区"})
    void whatSoundsOtherwiseIsNot(String one, String other) {
        assertThat(sounds.of(one)).isNotEqualTo(sounds.of(other));
    }

    @Test
    void aCharacterOfTwoSoundsIsNamedByFileAndLine(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("sounds.tsv"), "#version t\nsound\tletters\nhang\t行航\nxing\t兴行\n");
        assertThatThrownBy(() -> Sounds.load(KnowledgeFiles.of(folder)))
                .isInstanceOf(KnowledgeFault.class)
                .hasMessage("sounds.tsv:4: 行 stands twice");
    }
}
