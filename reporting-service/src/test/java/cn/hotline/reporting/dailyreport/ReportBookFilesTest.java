package cn.hotline.reporting.dailyreport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.hotline.reporting.codes.CodeFault;
import cn.hotline.reporting.codes.CodeFiles;
import cn.hotline.reporting.dailyreport.model.CallResult;
import cn.hotline.reporting.dailyreport.model.ReportBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportBookFilesTest {

    @TempDir
    private Path folder;

    @Test
    void everyOutcomeOfACallThatIntakeTellsIsInTheDeliveredTable() {
        ReportBook book = ReportBookFiles.load(CodeFiles.delivered(), 5);

        assertThat(book.byOutcome().keySet())
                .containsExactlyInAnyOrder(
                        "TICKETS", "PROGRESS", "PRAISE", "SILENT", "ABUSE", "REFUSED", "TRANSFERRED", "OTHER");
        assertThat(book.byOutcome().values()).containsOnly(CallResult.DIRECT);
    }

    @Test
    void theGroupsAreRoutingsOwn() {
        ReportBook book = ReportBookFiles.load(CodeFiles.delivered(), 5);

        assertThat(book.groups())
                .containsEntry("HC-PROPERTY", "物业服务")
                .containsEntry("MS-CONSUMER", "消费维权")
                .containsEntry("EE-NOISE", "噪音问题");
    }

    @Test
    void aDispositionWithoutAResultIsAFault() throws IOException {
        write("outcomes.tsv", "source\toutcome\tresult\nTICKET\tFORWARDED\tFORWARDED\n");

        assertThatThrownBy(() -> ReportBookFiles.load(new CodeFiles(folder), 5))
                .isInstanceOf(CodeFault.class)
                .hasMessageContaining("ANSWERED");
    }

    @Test
    void aResultThatDoesNotExistIsNamedWithItsLine() throws IOException {
        write("outcomes.tsv", "source\toutcome\tresult\nCALL\tSILENT\tPERHAPS\n");

        assertThatThrownBy(() -> ReportBookFiles.load(new CodeFiles(folder), 5))
                .isInstanceOf(CodeFault.class)
                .hasMessageContaining("outcomes.tsv:2");
    }

    @Test
    void aBlankThatNothingFillsIsAFault() throws IOException {
        String delivered = new String(
                ReportBookFilesTest.class
                        .getResourceAsStream("/reporting/wording.tsv")
                        .readAllBytes(),
                java.nio.charset.StandardCharsets.UTF_8);
        write("wording.tsv", delivered.replace("{revisits}", "{visits}"));

        assertThatThrownBy(() -> ReportBookFiles.wording(new CodeFiles(folder)))
                .isInstanceOf(CodeFault.class)
                .hasMessageContaining("Nothing fills {visits}");
    }

    @Test
    void aSentenceThatIsMissingIsAFault() throws IOException {
        write("wording.tsv", "name\ttext\ndaily.title\t日报\n");

        assertThatThrownBy(() -> ReportBookFiles.wording(new CodeFiles(folder)))
                .isInstanceOf(CodeFault.class)
                .hasMessageContaining("is missing");
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }
}
