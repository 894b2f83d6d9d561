package cn.hotline.intake.attachment.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.hotline.chassis.Refused;
import cn.hotline.intake.attachment.AttachmentDesk;
import cn.hotline.intake.attachment.AttachmentDesk.Opened;
import cn.hotline.intake.attachment.UploadDesk;
import cn.hotline.intake.attachment.UploadDesk.Taken;
import cn.hotline.intake.attachment.model.AttachmentRefusal;
import cn.hotline.intake.attachment.model.FileName;
import cn.hotline.intake.callers.model.Identity;
import cn.hotline.intake.registration.model.Attached;
import cn.hotline.intake.registration.model.RegistrationRefusal;
import cn.hotline.intake.registration.model.TicketNumber;
import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferFactory;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.multipart.FilePartEvent;
import org.springframework.http.codec.multipart.PartEvent;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Files over HTTP: in as one part of a form, out as something to keep, never as something to run. */
@RestController
@RequestMapping("/api/v1")
public final class AttachmentController {

    private static final DataBufferFactory BUFFERS = DefaultDataBufferFactory.sharedInstance;

    private final UploadDesk uploads;
    private final AttachmentDesk desk;

    public AttachmentController(UploadDesk uploads, AttachmentDesk desk) {
        this.uploads = uploads;
        this.desk = desk;
    }

    /** 上传: one file, in the field {@code file}. */
    @PostMapping(path = "/attachments", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Mono<ResponseEntity<Taken>> upload(@RequestBody Flux<PartEvent> form, ServerHttpRequest request) {
        return form.switchOnFirst((first, all) -> first.get() instanceof FilePartEvent file && isTheFile(file)
                        ? uploads.upload(file.filename(), bytes(all))
                        : readOff(all).then(Mono.error(new Refused(AttachmentRefusal.ONE_AT_A_TIME))))
                .single()
                .map(taken -> ResponseEntity.created(URI.create(
                                request.getPath().contextPath().value() + "/api/v1/attachments/" + taken.id()))
                        .body(masked(taken)));
    }

    /** 查看附件. */
    @GetMapping("/attachments/{id}")
    Mono<ResponseEntity<Flux<DataBuffer>>> attachment(@PathVariable String id) {
        return desk.open(id).map(AttachmentController::file);
    }

    /** What came with a ticket, for whoever handles it. */
    @GetMapping("/tickets/{number}/attachments")
    Mono<List<Attached>> attachments(@PathVariable String number) {
        return desk.of(parsed(number));
    }

    /** @throws Refused as unknown, for whatever is no ticket number */
    static TicketNumber parsed(String number) {
        Refused.unless(TicketNumber.looksLikeOne(number), RegistrationRefusal.UNKNOWN_TICKET);
        return new TicketNumber(number);
    }

    private static boolean isTheFile(FilePartEvent part) {
        return part.name().equals("file");
    }

    /** The one part's content; a second part is a mistake of the sender. */
    private static Flux<byte[]> bytes(Flux<PartEvent> form) {
        AtomicBoolean ended = new AtomicBoolean();
        return form.map(event -> {
            byte[] bytes = bytes(event.content());
            if (ended.get()) {
                throw new Refused(AttachmentRefusal.ONE_AT_A_TIME);
            }
            ended.set(event.isLast());
            return bytes;
        });
    }

    private static Mono<Void> readOff(Flux<PartEvent> form) {
        return form.doOnNext(event -> DataBufferUtils.release(event.content())).then();
    }

    private static byte[] bytes(DataBuffer buffer) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }

    private static Taken masked(Taken taken) {
        return new Taken(taken.id(), Identity.UNKNOWN.mask(taken.name()), taken.size(), taken.sha256(), taken.type());
    }

    private static ResponseEntity<Flux<DataBuffer>> file(Opened file) {
        String name = FileName.clean(file.name()).value();
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, UTF_8)
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .contentType(MediaType.parseMediaType(file.type()))
                .contentLength(file.size())
                .body(file.content().map(BUFFERS::wrap));
    }
}
