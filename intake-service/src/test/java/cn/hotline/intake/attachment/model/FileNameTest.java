package cn.hotline.intake.attachment.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of the names people and attackers give to files. */
class FileNameTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '`',
            value = {
                "../../etc/passwd → passwd",
                "..\\..\\windows\\system32\\cmd.exe → cmd.exe",
                "C:\\Users\\王\\现场.jpg → 现场.jpg",
                "....//现场.jpg → 现场.jpg",
                "..现场.jpg.. → 现场.jpg",
                ".htaccess → htaccess",
                "con.jpg → _con.jpg",
                "COM1 → _COM1",
                "nul.tar.gz → _nul.tar.gz",
                "a:b*c?.jpg → a_b_c_.jpg",
                "<img src=x onerror=alert(1)>.jpg → _img src=x onerror=alert(1)_.jpg",
                "`  现场 照片.JPG  ` → 现场 照片.JPG",
                ".. → 附件",
                "/ → 附件",
                "`   ` → 附件",
            })
    void aNameLeadsNowhere(String sent, String clean) {
        assertThat(FileName.clean(sent).value()).isEqualTo(clean);
    }

    @Test
    void nothingInvisibleStays() {
        assertThat(FileName.clean("a\0b\r\nc\u001f.jpg").value()).isEqualTo("abc.jpg");
        assertThat(FileName.clean("\u200b\ufeff照\u2028片.jpg").value()).isEqualTo("照片.jpg");
    }

    @Test
    void aNameThatIsReadBackwardsShowsItsRealEnding() {
        FileName turned = FileName.clean("photo\u202Egpj.exe");
        assertThat(turned.value()).isEqualTo("photogpj.exe");
        assertThat(turned.extension()).contains("exe");
        assertThat(turned.agreesWith(FileType.JPEG)).isFalse();
    }

    @Test
    void aLongNameIsCutBetweenCharactersAndKeepsItsEnding() {
        FileName cut = FileName.clean("楼".repeat(300) + ".jpg");
        assertThat(cut.value().getBytes(UTF_8)).hasSizeLessThanOrEqualTo(200);
        assertThat(cut.value()).startsWith("楼楼").endsWith("楼.jpg");
    }

    @Test
    void aNameWithoutEndingGetsTheRightOne() {
        assertThat(FileName.clean("现场").of(FileType.JPEG).value()).isEqualTo("现场.jpg");
        assertThat(FileName.clean(null).of(FileType.PDF).value()).isEqualTo("附件.pdf");
        assertThat(FileName.clean("现场.jpeg").of(FileType.JPEG).value()).isEqualTo("现场.jpeg");
    }
}
