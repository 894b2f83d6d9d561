package cn.hotline.reporting.codes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodeFilesTest {

    @TempDir
    private Path folder;

    @Test
    void aCitysOwnFileGoesBeforeWhatIsDelivered() throws IOException {
        write("hazard-kinds.tsv", "code\tterm\nMINE\t矿山\n");

        Terms terms = Terms.load(new CodeFiles(folder));

        assertThat(terms.term(Terms.HAZARD, "MINE")).isEqualTo("矿山");
        assertThat(terms.term(Terms.KIND, "HELP")).isEqualTo("求助");
    }

    @Test
    void aCodeNobodyKnowsIsShownAsItIs() {
        Terms terms = Terms.load(CodeFiles.delivered());

        assertThat(terms.term(Terms.KIND, "SOMETHING_NEW")).isEqualTo("SOMETHING_NEW");
        assertThat(terms.coded(Terms.KIND, null)).isNull();
    }

    @Test
    void aLineOfTheWrongLengthIsNamedWithItsNumber() throws IOException {
        write("hazard-kinds.tsv", "# remark\ncode\tterm\nMINE\n");

        assertThatThrownBy(() -> new CodeFiles(folder).table("hazard-kinds.tsv", "code", "term"))
                .isInstanceOf(CodeFault.class)
                .hasMessageContaining("hazard-kinds.tsv:3");
    }

    @Test
    void columnsAtTheEndThatOthersReadAreLeftToThem() throws IOException {
        write("divisions.tsv", "code\tname\taliases\tfrom\n630106\t湟中区\t-\t2026-12-01\n630105\t城北区\t-\n");

        assertThat(new CodeFiles(folder).table("divisions.tsv", "code", "name", "aliases"))
                .extracting(row -> row.text("name"))
                .containsExactly("湟中区", "城北区");
    }

    @Test
    void otherColumnsAreAFault() throws IOException {
        write("hazard-kinds.tsv", "code\tname\nMINE\t矿山\n");

        assertThatThrownBy(() -> new CodeFiles(folder).table("hazard-kinds.tsv", "code", "term"))
                .isInstanceOf(CodeFault.class)
                .hasMessageContaining("the columns must be code, term");
    }

    @Test
    void aCodeThatIsThereTwiceIsAFault() throws IOException {
        write("hazard-kinds.tsv", "code\tterm\nMINE\t矿山\nMINE\t矿井\n");

        assertThatThrownBy(() -> Terms.load(new CodeFiles(folder)))
                .isInstanceOf(CodeFault.class)
                .hasMessageContaining("MINE is there twice");
    }

    @Test
    void aFileThatIsNowhereIsAFault() {
        assertThatThrownBy(() -> CodeFiles.delivered().table("nowhere.tsv", "code"))
                .isInstanceOf(CodeFault.class)
                .hasMessageContaining("nowhere.tsv is missing");
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }
}
