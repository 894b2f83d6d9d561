package cn.hotline.reporting.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.hotline.access.Role;
import cn.hotline.access.testing.SignedIn;
import cn.hotline.reporting.export.Table.Column;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables as files, read back. */
class ExportedFilesTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Instant NINE = Instant.parse("2024-06-18T01:00:00Z");
    private static final Mark MARK = Mark.of(SignedIn.as(Role.CITY_OFFICE), NINE, ZONE);

    @Test
    void numbersSharesAndTimesAreRealOnes() throws IOException {
        XSSFSheet sheet = sheet(table(List.of(
                Cell.of("XN240618-000001"), Cell.of(1084), Cell.share(901, 1000), Cell.of(NINE), Cell.of("0012"))));
        Row row = sheet.getRow(1);
        assertThat(row.getCell(0).getCellType()).isEqualTo(CellType.STRING);
        assertThat(row.getCell(1).getNumericCellValue()).isEqualTo(1084);
        assertThat(row.getCell(2).getNumericCellValue()).isEqualTo(0.901);
        assertThat(row.getCell(2).getCellStyle().getDataFormatString()).isEqualTo("0.0%");
        assertThat(row.getCell(3).getLocalDateTimeCellValue()).isEqualTo(LocalDateTime.of(2024, 6, 18, 9, 0));
        assertThat(row.getCell(4).getStringCellValue())
                .as("a code keeps its zeros")
                .isEqualTo("0012");
        assertThat(row.getCell(4).getCellStyle().getDataFormatString()).isEqualTo("@");
    }

    @Test
    void theHeadStaysInSightAndFilters() throws IOException {
        XSSFSheet sheet = sheet(table(List.of(Cell.of("一"), Cell.of("二"))));
        assertThat(sheet.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 1);
        assertThat(sheet.getCTWorksheet().getAutoFilter().getRef()).isEqualTo("A1:E2");
        assertThat(sheet.getRepeatingRows().formatAsString()).isEqualTo("1:1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"=1+1", "+86", "-1", "@SUM(A1)", "\t=1", "\r=1", "=HYPERLINK(\"http://example.org\")", "＝1+1"})
    void noTextIsAFormula(String text) throws IOException {
        var cell = sheet(table(List.of(Cell.of(text)))).getRow(1).getCell(0);
        assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
        assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
        String line = csv(table(List.of(Cell.of(text)))).split("\r\n", 2)[1];
        assertThat(line.replace("\"", "")).startsWith("'");
    }

    @Test
    void anOrdinaryTextStaysAsItIs() throws IOException {
        var cell = sheet(table(List.of(Cell.of("电梯-停运")))).getRow(1).getCell(0);
        assertThat(cell.getCellStyle().getQuotePrefixed()).isFalse();
        assertThat(csv(table(List.of(Cell.of("电梯-停运"), Cell.of("他说“好”, \"是\"\n真的")))))
                .contains("\r\n电梯-停运,\"他说“好”, \"\"是\"\"\n真的\"\r\n");
    }

    @Test
    void everyFileSaysWhoTookItAndWhen() throws IOException {
        Table table = table(List.of(Cell.of("一")));
        String mark = "导出：市政府办·city_office city_office 2024-06-18 09:00:00";
        assertThat(MARK.text()).isEqualTo(mark);
        XSSFSheet sheet = sheet(table);
        assertThat(sheet.getFooter().getLeft()).isEqualTo(mark);
        assertThat(sheet.getRow(sheet.getLastRowNum()).getCell(0).getStringCellValue())
                .isEqualTo(mark);
        assertThat(csv(table)).endsWith(mark + "\r\n").startsWith("\uFEFF编号,");
    }

    @Test
    void whatTheFontDoesNotHoldIsSeenToBeMissing() throws IOException {
        Paper paper = new Paper("日报", "王\uD840\uDC0B<b>与㼆", "草稿", List.of());
        try (PDDocument pdf = Loader.loadPDF(PdfFile.write(paper, MARK))) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("王〓<b>与〓");
        }
    }

    @Test
    void moreRowsThanMemoryHoldsComeOut() throws IOException {
        List<List<Cell>> rows = java.util.stream.IntStream.range(0, 1_000)
                .mapToObj(i -> List.of(Cell.of(i)))
                .toList();
        XSSFSheet sheet = sheet(new Table("表", List.of(new Column("数", 8)), rows));
        assertThat(sheet.getRow(1_000).getCell(0).getNumericCellValue()).isEqualTo(999);
    }

    private static Table table(List<Cell> row) {
        return new Table(
                "表",
                List.of(
                        new Column("编号", 18),
                        new Column("数", 8),
                        new Column("占比", 8),
                        new Column("时间", 18),
                        new Column("码", 8)),
                List.of(row));
    }

    private static XSSFSheet sheet(Table table) throws IOException {
        byte[] file = SheetFile.write(List.of(table), MARK, ZONE);
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            return book.getSheetAt(0);
        }
    }

    private static String csv(Table table) {
        return new String(CsvFile.write(table, MARK, ZONE), UTF_8);
    }
}
