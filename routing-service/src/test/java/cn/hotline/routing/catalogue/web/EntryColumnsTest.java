package cn.hotline.routing.catalogue.web;

import static cn.hotline.routing.catalogue.City.entry;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import cn.hotline.chassis.Refused;
import cn.hotline.chassis.Refused.FieldError;
import cn.hotline.routing.catalogue.City;
import cn.hotline.routing.catalogue.model.CatalogueEntry;
import cn.hotline.routing.catalogue.model.CatalogueRefusal;
import cn.hotline.routing.catalogue.model.Duty;
import cn.hotline.routing.catalogue.model.PlaceReach;
import cn.hotline.routing.catalogue.model.Scope;
import cn.hotline.routing.catalogue.sheet.Sheet;
import cn.hotline.routing.catalogue.web.EntryView.Names;
import cn.hotline.routing.classification.model.Urgency;
import cn.hotline.routing.knowledge.model.Validity;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The catalogue as a file, there and back. */
class EntryColumnsTest {

    private static final String WHO = "派单目录第1版，导出人：王管理（admin），导出时间：2026-11-23 10:00";

    private static final CatalogueEntry FULL = new CatalogueEntry(
            "N-1",
            new Scope("HC-FUND", PlaceReach.COMMUNITY, "630105001001", List.of("提取", "贷款")),
            new Duty("630100-FUND", List.of("@COUNTY", "630100-HOUSING"), true, "=1+1，“某法”,第一条\n第二款", Urgency.SIMPLE),
            new Validity(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31)));

    private final EntryColumns columns = new EntryColumns(
            new CatalogueRequests(City.CATEGORIES, City.DIVISIONS, City.UNITS),
            new Names(City.CATEGORIES, City.DIVISIONS, City.UNITS));
    private final List<CatalogueEntry> delivered = new City().desk.current().entries();

    @Test
    void whatGoesOutComesBackUnchangedInBothFormats() {
        var all = new java.util.ArrayList<>(delivered);
        all.add(FULL);

        assertThat(columns.entries(columns.sheet(all, WHO).toCsv())).isEqualTo(all);
        assertThat(columns.entries(columns.sheet(all, WHO).toXlsx())).isEqualTo(all);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=HYPERLINK(\"http://x\")", "+1", "-1", "@SUM(A1)", "'=1", "''+x", "'", "'平常"})
    void whatASpreadsheetWouldRunIsTextAndComesBackAsItWas(String basis) throws IOException {
        var entry = new CatalogueEntry(
                "N-1",
                new Scope("HC-FUND", PlaceReach.ANYWHERE, null, List.of()),
                new Duty("630100-FUND", List.of(), false, basis, null),
                Validity.ALWAYS);
        var sheet = columns.sheet(List.of(entry), WHO);

        assertThat(columns.entries(sheet.toCsv())).containsExactly(entry);
        assertThat(columns.entries(sheet.toXlsx())).containsExactly(entry);
        assertThat(new String(sheet.toCsv(), UTF_8).lines().skip(1))
                .noneMatch(line -> line.matches("(.*,)?\"?[=+\\-@\\t].*"));
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(sheet.toXlsx()))) {
            var cell = book.getSheetAt(0).getRow(1).getCell(13);
            assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
            assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
        }
    }

    @Test
    void aFileSaysWhoTookItAndWhen() throws IOException {
        var sheet = columns.sheet(List.of(FULL), WHO);

        assertThat(new String(sheet.toCsv(), UTF_8))
                .startsWith("\uFEFF条目编号,分类代码,分类名称")
                .contains("#" + WHO);
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(sheet.toXlsx()))) {
            XSSFSheet page = book.getSheetAt(0);
            assertThat(page.getRow(2).getCell(0).getStringCellValue()).isEqualTo("#" + WHO);
            assertThat(page.getFooter().getCenter()).isEqualTo(WHO);
        }
    }

    @Test
    void brokenRowsAreNamedAllAtOnceAndNothingIsTaken() {
        String csv = csv(
                "N-1,HC-FUND,,不限属地,,,,630100-FUND,,,,,否,某法,,,",
                "N-2,NO-SUCH,,不限属地,,,,630100-FUND,,,,,否,某法,,,",
                "",
                "N-3,HC-FUND,,不限属地,,,,630100-MOON,,,,,也许,某法,,2026-13-01,");

        assertThat(faults(csv.getBytes(UTF_8)))
                .extracting(FieldError::field)
                .containsExactly("第 3 行 分类代码", "第 5 行 主办单位代码", "第 5 行 生效日期");
    }

    @Test
    void aNameThatDoesNotAgreeWithItsCodeIsTold() {
        String csv = csv("N-1,HC-FUND,,不限属地,,,,630100-FUND,市医疗保障局,,,,也许,某法,,,");

        assertThat(faults(csv.getBytes(UTF_8)))
                .extracting(FieldError::field)
                .containsExactly("第 2 行 主办单位名称", "第 2 行 乡镇街道不承接");
    }

    @Test
    void aNumberThatStandsTwiceIsNamedByBothRows() {
        byte[] file = columns.sheet(List.of(delivered.get(0), delivered.get(1), delivered.get(0)), WHO)
                .toCsv();

        assertThat(faults(file))
                .extracting(FieldError::field, FieldError::detail)
                .containsExactly(tuple("第 4 行 条目编号", "第 4 行 条目编号：与第 2 行的编号重复。"));
    }

    @Test
    void whatExcelSavesOnAChineseWindowsIsRead() {
        String csv = csv("N-1,HC-FUND,,不限属地,,,,630100-FUND,,,,,否,某法,简单,2026/01/05,");

        var read = columns.entries(csv.getBytes(Charset.forName("GB18030")));

        assertThat(read).hasSize(1);
        assertThat(read.get(0).duty().urgency()).isEqualTo(Urgency.SIMPLE);
        assertThat(read.get(0).validity().from()).isEqualTo(LocalDate.of(2026, 1, 5));
    }

    @Test
    void daysAndNumbersOfASpreadsheetAreReadWithAllTheirDigits() {
        byte[] changed = edited(
                columns.sheet(List.of(entry("N-1", "HC-FUND", null, "630100-FUND")), WHO)
                        .toXlsx(),
                page -> {
                    var row = page.getRow(1);
                    row.getCell(3).setBlank();
                    row.removeCell(row.getCell(4));
                    row.createCell(4).setCellValue(630105001001d);
                    row.removeCell(row.getCell(15));
                    var day = row.createCell(15);
                    var style = page.getWorkbook().createCellStyle();
                    style.setDataFormat((short) 14);
                    day.setCellStyle(style);
                    day.setCellValue(LocalDate.of(2026, 3, 1));
                });

        CatalogueEntry read = columns.entries(changed).get(0);

        assertThat(read.scope().division()).isEqualTo("630105001001");
        assertThat(read.validity().from()).isEqualTo(LocalDate.of(2026, 3, 1));
    }

    @Test
    void anotherHeaderOrMoreCellsThanItHasAreRefused() {
        assertThat(faults("编号,分类\nN-1,HC-FUND\n".getBytes(UTF_8)))
                .extracting(FieldError::field)
                .containsExactly("第 1 行");
        assertThat(faults(csv("N-1,HC-FUND,,不限属地,,,,630100-FUND,,,,,否,某法,,,,备注").getBytes(UTF_8)))
                .extracting(FieldError::field)
                .containsExactly("第 2 行");
    }

    @Test
    void filesThatAreNoneAreRefusedInWords() throws IOException {
        byte[] good = columns.sheet(List.of(FULL), WHO).toXlsx();
        byte[] cut = Arrays.copyOf(good, good.length / 2);
        byte[] random = new byte[500];
        Arrays.fill(random, (byte) 0xFF);

        for (byte[] file : List.of(
                new byte[0], cut, random, zipped("readme.txt", 10), csv("\"N-1").getBytes(UTF_8))) {
            assertThat(faults(file)).hasSize(1);
        }
        assertThat(faults(new byte[Sheet.LARGEST + 1]).get(0).detail()).contains("2 MB");
        assertThat(faults(csv("N-1," + "长".repeat(3_000)).getBytes(UTF_8))
                        .get(0)
                        .field())
                .isEqualTo("第 2 行");
    }

    @Test
    void aZipBombIsRefusedBeforeItIsUnpacked() throws IOException {
        byte[] bomb = zipped("xl/worksheets/sheet1.xml", 200 << 20);

        assertThat(bomb.length).isLessThan(Sheet.LARGEST);
        assertThat(faults(bomb).get(0).detail()).contains("解压后过大");
    }

    private List<FieldError> faults(byte[] file) {
        Refused refused = catchThrowableOfType(Refused.class, () -> columns.entries(file));
        assertThat(refused.reason()).isEqualTo(CatalogueRefusal.SHEET_FAULTY);
        return refused.errors();
    }

    private String csv(String... rows) {
        return new String(columns.sheet(List.of(FULL), WHO).toCsv(), UTF_8)
                        .lines()
                        .findFirst()
                        .orElseThrow() + "\n" + String.join("\n", rows) + "\n";
    }

    private static byte[] edited(byte[] file, Consumer<XSSFSheet> edit) {
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(file));
                var out = new ByteArrayOutputStream()) {
            edit.accept(book.getSheetAt(0));
            book.write(out);
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] zipped(String name, int zeros) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            byte[] block = new byte[1 << 20];
            for (int written = 0; written < zeros; written += block.length) {
                zip.write(block, 0, Math.min(block.length, zeros - written));
            }
        }
        return out.toByteArray();
    }
}
