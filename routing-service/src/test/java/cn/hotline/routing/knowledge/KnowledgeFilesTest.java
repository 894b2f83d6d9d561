package cn.hotline.routing.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class KnowledgeFilesTest {

    private static final List<String> COLUMNS = List.of("code", "words", "weight");

    @Test
    void aTableKnowsItsVersionAndItsRows() {
        var table = parse("# 说明", "#version 2026.1", "code\twords\tweight", "A\t一 二\t2.5", "B\t-\t1");
        assertThat(table.version()).isEqualTo("2026.1");
        assertThat(table.rows()).hasSize(2);
        assertThat(table.rows().get(0).words("words")).containsExactly("一", "二");
        assertThat(table.rows().get(0).weight("weight")).isEqualTo(2.5);
        assertThat(table.rows().get(1).optional("words")).isEmpty();
    }

    @Test
    void aLineWithACellTooFewIsNamedByFileAndLine() {
        assertThatThrownBy(() -> parse("#version 1", "code\twords\tweight", "A\t一\t1", "B\t二"))
                .isInstanceOf(KnowledgeFault.class)
                .hasMessage("words.tsv:4: 2 cells, expected 3");
    }

    @Test
    void aWeightThatIsNoNumberIsNamedByFileAndLine() {
        var row =
                parse("#version 1", "code\twords\tweight", "A\t一\theavy").rows().get(0);
        assertThatThrownBy(() -> row.weight("weight")).hasMessage("words.tsv:3: weight 'heavy' is not known");
    }

    @Test
    void aWeightMustBeAboveZero() {
        var row = parse("#version 1", "code\twords\tweight", "A\t一\t0").rows().get(0);
        assertThatThrownBy(() -> row.weight("weight")).hasMessage("words.tsv:3: weight must be above 0");
    }

    @Test
    void anEmptyCellThatMustNotBeIsNamedByFileAndLine() {
        var row = parse("#version 1", "code\twords\tweight", "-\t一\t1").rows().get(0);
        assertThatThrownBy(() -> row.text("code")).hasMessage("words.tsv:3: code is empty");
    }

    @Test
    void anotherHeaderIsRefused() {
        assertThatThrownBy(() -> parse("#version 1", "code\tweight\twords"))
                .hasMessage("words.tsv:2: the header must be code, words, weight");
    }

    @Test
    void aTableWithoutVersionIsRefused() {
        assertThatThrownBy(() -> parse("code\twords\tweight")).hasMessage("words.tsv: no line '#version …'");
    }

    @Test
    void aMissingFileIsNamed() {
        assertThatThrownBy(() -> KnowledgeFiles.ofClassPath().read("absent.tsv", "code"))
                .hasMessage("absent.tsv: missing");
    }

    @Test
    void aFolderThatIsNoneIsRefusedInsteadOfFallingBackSilently() {
        assertThatThrownBy(() -> KnowledgeFiles.of(Path.of("no-such-folder")))
                .hasMessage("no-such-folder: not a folder");
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() {
        var bytes = "#version 1\n税".getBytes(StandardCharsets.UTF_16);
        assertThatThrownBy(() -> KnowledgeFiles.parse("words.tsv", bytes, "code"))
                .hasMessage("words.tsv: not UTF-8");
    }

    private static KnowledgeTable parse(String... lines) {
        return KnowledgeTable.parse("words.tsv", List.of(lines), COLUMNS);
    }
}
