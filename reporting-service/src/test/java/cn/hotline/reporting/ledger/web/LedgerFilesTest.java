package cn.hotline.reporting.ledger.web;

import static cn.hotline.reporting.Told.classified;
import static cn.hotline.reporting.Told.dispatched;
import static cn.hotline.reporting.Told.phone;
import static cn.hotline.reporting.Told.through;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.hotline.access.Role;
import cn.hotline.access.audit.Act;
import cn.hotline.access.testing.SignedIn;
import cn.hotline.chassis.web.ProblemAnswers;
import cn.hotline.reporting.Office;
import cn.hotline.reporting.Told;
import cn.hotline.reporting.export.web.Exports;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.server.WebFilter;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The ledger as files, read back. */
class LedgerFilesTest {

    private static final WebFilter PROBLEMS = (exchange, chain) -> chain.filter(exchange)
            .onErrorResume(error -> new ProblemAnswers(JsonMapper.builder().build()).handle(exchange, error));

    private final Office office = new Office()
            .hears(phone().hazard("GAS").registered("XN240618-000001"))
            .hears(classified("XN240618-000001", "EE-NOISE", "=噪音问题"))
            .hears(dispatched("XN240618-000001", "EE-NOISE", "=噪音问题"))
            .hears(Told.excluded("XN240618-000001", Told.TEN))
            .hears(through("WECHAT").registered("XN240618-000002"))
            .hears(phone().confidential("XN240618-000003"));
    private final List<Act> acts = new ArrayList<>();
    private final WebTestClient http = WebTestClient.bindToController(new LedgerFiles(
                    office.ledger,
                    office.terms,
                    new Exports(act -> Mono.fromRunnable(() -> acts.add(act)), office.clock),
                    office.clock))
            .webFilter(PROBLEMS, SignedIn.filter(SignedIn.as(Role.CITY_OFFICE)))
            .build();

    @Test
    void excelHasTheRowsOfTheList() throws IOException {
        XSSFSheet sheet = sheet("/api/v1/ledger.xlsx?date=2024-06-18");
        assertThat(List.of(text(sheet, 0, 0), text(sheet, 1, 0), text(sheet, 2, 0), text(sheet, 3, 0)))
                .containsExactly("编号", "XN240618-000003", "XN240618-000002", "XN240618-000001");
        assertThat(text(sheet, 1, 5)).isEqualTo("保密诉求");
        assertThat(text(sheet, 3, 7)).isEqualTo("=噪音问题");
        assertThat(sheet.getRow(3).getCell(7).getCellStyle().getQuotePrefixed()).isTrue();
        assertThat(text(sheet, 3, 9)).isEqualTo("燃气");
        assertThat(text(sheet, 3, 11)).isEqualTo("城东区政府");
        assertThat(sheet.getRow(3).getCell(12).getLocalDateTimeCellValue())
                .isEqualTo(LocalDateTime.of(2024, 6, 18, 10, 0));
        assertThat(text(sheet, 3, 16)).isEqualTo("夜间");
        assertThat(text(sheet, 1, 16)).isEmpty();
        assertThat(text(sheet, 3, 1)).isEqualTo("解释办结");
        assertThat(text(sheet, 3, 17)).startsWith("已进入诉讼");
    }

    @Test
    void bothAreNarrowedLikeTheList() throws IOException {
        assertThat(text(sheet("/api/v1/ledger.xlsx?date=2024-06-18&channel=WECHAT"), 1, 0))
                .isEqualTo("XN240618-000002");
        String csv = new String(
                answer("/api/v1/ledger.csv?date=2024-06-18&status=CLOSED_UNSOLVABLE")
                        .getResponseBody(),
                UTF_8);
        assertThat(csv.lines()).hasSize(3);
        assertThat(csv).contains("\r\nXN240618-000001,", "'=噪音问题", "2024-06-18 10:00");
    }

    @Test
    void eachIsWrittenDownAndNamedForNobody() {
        var headers = answer("/api/v1/ledger.csv?date=2024-06-18&unit=630102").getResponseHeaders();
        assertThat(headers.getContentDisposition().getFilename()).isEqualTo("工单台账-2024-06-18.csv");
        assertThat(acts).containsExactly(new Act("EXPORT", "工单台账-2024-06-18.csv", null));
    }

    @Test
    void moreThanAFileHoldsIsRefusedWithWhatToDo() {
        for (int i = 0; i <= LedgerFiles.MOST; i++) {
            office.hears(
                    phone().receivedAt(Told.at(Told.DAY.plusDays(1), 7, 0)).registered("XN240619-%06d".formatted(i)));
        }
        http.get()
                .uri("/api/v1/ledger.xlsx?date=2024-06-19")
                .exchange()
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("TOO_MANY_ROWS")
                .jsonPath("$.detail")
                .value(String.class, detail -> assertThat(detail).contains("缩小范围"));
        assertThat(acts).isEmpty();
    }

    private XSSFSheet sheet(String address) throws IOException {
        try (XSSFWorkbook book =
                new XSSFWorkbook(new ByteArrayInputStream(answer(address).getResponseBody()))) {
            return book.getSheetAt(0);
        }
    }

    private static String text(XSSFSheet sheet, int row, int column) {
        return sheet.getRow(row).getCell(column).getStringCellValue();
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
