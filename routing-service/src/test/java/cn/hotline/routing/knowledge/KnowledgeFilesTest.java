package cn.hotline.routing.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.hotline.routing.knowledge.model.Validity;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
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

    @Test
    void cellsOfColumnsThatMayBeAbsentMayBeLeftOutAtTheEndOfALine() {
        var rows = dated("A", "B\t2026-01-01", "C\t-\t2026-12-31").rows();
        assertThat(rows.get(0).validity()).isEqualTo(Validity.ALWAYS);
        assertThat(rows.get(1).validity()).isEqualTo(new Validity(LocalDate.of(2026, 1, 1), null));
        assertThat(rows.get(2).validity()).isEqualTo(new Validity(null, LocalDate.of(2026, 12, 31)));
    }

    @Test
    void aLastDayBeforeTheFirstIsNamedByFileAndLine() {
        var row = dated("A\t2026-02-01\t2026-01-31").rows().get(0);
        assertThatThrownBy(row::validity).hasMessage("words.tsv:3: until is before from");
    }

    private static KnowledgeTable dated(String... rows) {
        var lines = Stream.concat(Stream.of("#version 1", "code\tfrom\tuntil"), Stream.of(rows))
                .toList();
        return KnowledgeTable.parse("words.tsv", lines, List.of("code", "from?", "until?"));
    }

    private static KnowledgeTable parse(String... lines) {
        return KnowledgeTable.parse("words.tsv", List.of(lines), COLUMNS);
    }
}
