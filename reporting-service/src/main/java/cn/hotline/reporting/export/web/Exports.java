package cn.hotline.reporting.export.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.hotline.access.Person;
import cn.hotline.access.audit.Act;
import cn.hotline.access.audit.AuditLog;
import cn.hotline.chassis.ChassisWiring;
import cn.hotline.reporting.export.Mark;
import java.time.Clock;
import java.util.function.Function;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** 导出: answers with a file that says who took it along, after the audit log knows it. */
public final class Exports {

    public static final MediaType EXCEL =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    public static final MediaType WORD =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
    public static final MediaType CSV = new MediaType("text", "csv", UTF_8);

    public static final MediaType PAGE = new MediaType("text", "html", UTF_8);

    private final AuditLog audit;
    private final Clock clock;

    public Exports(AuditLog audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The file, made apart from the event loops.
     *
     * @param name says what it is and of which day; nothing of any person
     */
    public Mono<ResponseEntity<byte[]>> answer(String name, MediaType type, Function<Mark, byte[]> file) {
        return Person.current()
                .delayUntil(person -> audit.record(new Act("EXPORT", name, null)))
                .map(person -> Mark.of(person, clock.instant(), ChassisWiring.ZONE))
                .publishOn(Schedulers.boundedElastic())
                .map(file)
                .map(bytes -> ResponseEntity.ok()
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                ContentDisposition.attachment()
                                        .filename(name, UTF_8)
                                        .build()
                                        .toString())
                        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                        .contentType(type)
                        .body(bytes));
    }
}
