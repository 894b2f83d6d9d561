package cn.hotline.routing.catalogue.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.hotline.access.Person;
import cn.hotline.chassis.ChassisWiring;
import cn.hotline.chassis.Refused;
import cn.hotline.chassis.Refused.FieldError;
import cn.hotline.routing.catalogue.CatalogueDesk;
import cn.hotline.routing.catalogue.model.CatalogueEntry;
import cn.hotline.routing.catalogue.model.CatalogueRefusal;
import cn.hotline.routing.catalogue.model.Difference;
import cn.hotline.routing.catalogue.sheet.Sheet;
import cn.hotline.routing.catalogue.web.EntryView.Names;
import cn.hotline.routing.classification.Categories;
import cn.hotline.routing.place.Divisions;
import cn.hotline.routing.units.Units;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The catalogue as a file: out with who took it and when, in as a draft. */
@RestController
public final class SheetController {

    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private static final MediaType CSV = new MediaType("text", "csv", UTF_8);
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd");

    private final CatalogueDesk desk;
    private final CatalogueController catalogues;
    private final EntryColumns columns;
    private final Clock clock;

    SheetController(
            CatalogueDesk desk,
            CatalogueController catalogues,
            CatalogueRequests requests,
            Categories categories,
            Divisions divisions,
            Units units,
            Clock clock) {
        this.desk = desk;
        this.catalogues = catalogues;
        this.columns = new EntryColumns(requests, new Names(categories, divisions, units));
        this.clock = clock;
    }

    /** 导出 XLSX of what is in force, a version by number, or the draft. */
    @GetMapping("/api/v1/catalogue.xlsx")
    Mono<ResponseEntity<byte[]>> xlsx(@RequestParam(required = false) @Nullable String version) {
        return file(version, Sheet::toXlsx, "xlsx", XLSX);
    }

    /** 导出 CSV, likewise. */
    @GetMapping("/api/v1/catalogue.csv")
    Mono<ResponseEntity<byte[]>> csv(@RequestParam(required = false) @Nullable String version) {
        return file(version, Sheet::toCsv, "csv", CSV);
    }

    /** 导入: the whole file is the draft afterwards, or nothing of it. */
    @PostMapping(path = "/api/v1/catalogue/draft/import", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Mono<ImportView> read(@RequestPart("file") FilePart file) {
        return bytes(file).flatMap(bytes -> taken(bytes)).flatMap(entries -> CatalogueController.by(
                        editor -> desk.replace(entries, null, editor))
                .map(draft -> new ImportView(
                        entries.size(),
                        Difference.between(desk.current().entries(), entries).size(),
                        draft.edition())));
    }

    Mono<List<CatalogueEntry>> taken(byte[] bytes) {
        return Mono.fromCallable(() -> columns.entries(bytes)).subscribeOn(Schedulers.boundedElastic());
    }

    /** @throws Refused when it is larger than a catalogue is */
    static Mono<byte[]> bytes(FilePart file) {
        return DataBufferUtils.join(file.content(), Sheet.LARGEST)
                .map(SheetController::bytes)
                .defaultIfEmpty(new byte[0])
                .onErrorMap(
                        DataBufferLimitException.class,
                        large -> new Refused(
                                CatalogueRefusal.SHEET_FAULTY,
                                List.of(new FieldError("文件", "文件超过 " + (Sheet.LARGEST >> 20) + " MB，请删去多余内容后再导入。"))));
    }

    private Mono<ResponseEntity<byte[]>> file(
            @Nullable String version, Function<Sheet, byte[]> written, String ending, MediaType type) {
        return Mono.zip(catalogues.entries(version), catalogues.named(version), Person.current())
                .map(asked -> columns.sheet(
                        asked.getT1(),
                        asked.getT2() + "，导出人：" + asked.getT3().name() + "（"
                                + asked.getT3().account() + "），导出时间：" + WHEN.format(now())))
                .publishOn(Schedulers.boundedElastic())
                .map(written)
                .zipWith(catalogues.named(version))
                .map(made -> ResponseEntity.ok()
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                ContentDisposition.attachment()
                                        .filename(made.getT2() + "-" + DAY.format(now()) + "." + ending, UTF_8)
                                        .build()
                                        .toString())
                        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                        .contentType(type)
                        .body(made.getT1()));
    }

    private ZonedDateTime now() {
        return clock.instant().atZone(ChassisWiring.ZONE);
    }

    private static byte[] bytes(DataBuffer buffer) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }

    /** @param changes how many entries differ from what is in force */
    record ImportView(int entries, int changes, long edition) {}
}
