package cn.hotline.reporting.dailyreport.web;

import static cn.hotline.reporting.Told.phone;
import static cn.hotline.reporting.Told.through;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cn.hotline.access.Role;
import cn.hotline.access.audit.Act;
import cn.hotline.access.testing.SignedIn;
import cn.hotline.reporting.Office;
import cn.hotline.reporting.export.web.Exports;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Mono;

/** The reports as files, read back and held against what is printed. */
class DailyReportFilesTest {

    private static final String DAILY = "/api/v1/daily-reports/2024-06-18";
    private static final String HAZARDS = "/api/v1/hazard-reports/2024-06-18";
    private static final String MARK = "导出：市政府办·city_office city_office 2024-06-19 08:00:00";

    private final Office office = new Office()
            .hears(phone().hazard("GAS").registered("XN240618-000001"))
            .hears(phone().answered("XN240618-000002"))
            .hears(through("WECHAT").answered("XN240618-000003"));
    private final List<Act> acts = new ArrayList<>();
    private final Exports exports = new Exports(act -> Mono.fromRunnable(() -> acts.add(act)), office.clock);
    private final WebTestClient http = WebTestClient.bindToController(
                    new DailyReportController(office.desk, office.terms), new DailyReportFiles(office.desk, exports))
            .webFilter(SignedIn.filter(SignedIn.as(Role.CITY_OFFICE)))
            .build();

    @Test
    void wordSaysWhatIsPrinted() throws IOException {
        for (String report : List.of(DAILY, HAZARDS)) {
            try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(file(report + ".docx")))) {
                List<String> lines = word.getParagraphs().stream()
                        .map(XWPFParagraph::getText)
                        .toList();
                assertThat(lines.get(0) + "\n" + lines.get(2) + "\n").isEqualTo(text(report));
                assertThat(lines.get(1)).isEqualTo("草稿，未印发");
                assertThat(word.getFooterList().get(0).getText()).contains("—", MARK);
            }
        }
    }

    @Test
    void pdfSaysWhatIsPrintedOnA4() throws IOException {
        for (String report : List.of(DAILY, HAZARDS)) {
            try (PDDocument pdf = Loader.loadPDF(file(report + ".pdf"))) {
                String words = new PDFTextStripper().getText(pdf);
                assertThat(words.replace("草稿，未印发", "").replaceAll("\\s", ""))
                        .contains(text(report).replaceAll("\\s", ""));
                assertThat(words).contains(MARK, "草稿，未印发").doesNotContain("#", "〓", "⽇");
                assertThat(pdf.getNumberOfPages()).isEqualTo(1);
                assertThat(pdf.getPage(0).getMediaBox().getWidth()).isCloseTo(595, within(1f));
            }
        }
    }

    @Test
    void htmlSaysWhatIsPrinted() {
        for (String report : List.of(DAILY, HAZARDS)) {
            Document page = Jsoup.parse(new String(file(report + ".html"), UTF_8));
            assertThat(page.select("h1").text() + "\n" + page.select(".text").text() + "\n")
                    .isEqualTo(text(report));
            assertThat(page.select(".mark").text()).isEqualTo(MARK);
            assertThat(page.select("script, link, img")).isEmpty();
        }
    }

    @Test
    void excelHasTheFiguresAsNumbers() throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(file(DAILY + ".xlsx")))) {
            XSSFSheet figures = book.getSheet("当日数字");
            assertThat(figures.getRow(1).getCell(1).getNumericCellValue()).isEqualTo(2);
            assertThat(figures.getRow(2).getCell(1).getNumericCellValue()).isEqualTo(1);
            assertThat(figures.getRow(2).getCell(2).getNumericCellValue()).isEqualTo(0.5);
            assertThat(figures.getRow(4).getCell(1).getNumericCellValue()).isEqualTo(1);
            assertThat(book.getSheet("热点问题").getRow(1).getCell(1).getStringCellValue())
                    .isEqualTo("噪音问题");
            XSSFSheet printed = book.getSheet("印出文字");
            assertThat(printed.getRow(0).getCell(0) + "\n" + printed.getRow(2).getCell(0) + "\n")
                    .isEqualTo(text(DAILY));
        }
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(file(HAZARDS + ".xlsx")))) {
            assertThat(book.getSheet("接收单位").getRow(1).getCell(1).getNumericCellValue())
                    .isEqualTo(1);
            assertThat(book.getSheet("主要隐患类型").getRow(1).getCell(0).getStringCellValue())
                    .isEqualTo("燃气");
        }
    }

    @Test
    void anEditionSaysSo() throws IOException {
        http.post().uri(DAILY + "/issue").exchange().expectStatus().isCreated();
        try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(file(DAILY + ".docx")))) {
            assertThat(word.getParagraphs().get(1).getText()).startsWith("2024年6月19日8时00分印发，校验 ");
        }
        http.get().uri(DAILY + ".docx?version=7").exchange().expectStatus().is5xxServerError();
    }

    @Test
    void eachIsWrittenDownAndNamedForNobody() {
        HttpHeaders headers = answer(DAILY + ".docx").getResponseHeaders();
        assertThat(headers.getContentDisposition().isAttachment()).isTrue();
        assertThat(headers.getContentDisposition().getFilename()).isEqualTo("热线日报-2024-06-18.docx");
        assertThat(headers.getCacheControl()).contains("no-store");
        assertThat(headers.getContentType()).isEqualTo(Exports.WORD);
        assertThat(acts).containsExactly(new Act("EXPORT", "热线日报-2024-06-18.docx", null));
    }

    private String text(String report) {
        return new String(file(report + ".txt"), UTF_8);
    }

    private byte[] file(String address) {
        return answer(address).getResponseBody();
    }

    private EntityExchangeResult<byte[]> answer(String address) {
        return http.get()
                .uri(address)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult();
    }
}
