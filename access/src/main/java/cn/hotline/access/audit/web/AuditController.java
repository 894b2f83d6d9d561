package cn.hotline.access.audit.web;

import cn.hotline.access.audit.AuditDesk;
import cn.hotline.access.audit.Question;
import cn.hotline.access.audit.model.Anchor;
import cn.hotline.chassis.Refusal.General;
import cn.hotline.chassis.Refused;
import cn.hotline.chassis.Refused.FieldError;
import cn.hotline.chassis.web.Page;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The audit log for programs: to be read and verified. There is no way to change it. */
@RestController
@RequestMapping("/api/v1/audit")
public final class AuditController {

    private static final Pattern ANCHOR = Pattern.compile("([0-9a-zA-Z-]{1,40})~(\\d{1,18})~([0-9a-f]{64})");

    private final AuditDesk desk;
    private final Clock clock;
    private final ActionTerms terms = new ActionTerms();

    public AuditController(AuditDesk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    /** Records, latest first; from and to are days, both included. */
    @GetMapping
    Mono<Page<RecordView>> find(
            @RequestParam @Nullable String who,
            @RequestParam @Nullable String subject,
            @RequestParam @Nullable String action,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate to,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size) {
        Question question = QuestionReader.read(who, subject, action, from, to);
        return desk.find(question, new Page.Asked(page, size))
                .map(found -> found.map(link -> RecordView.of(link, terms)));
    }

    /**
     * Looks at every record.
     *
     * @param anchor places known from elsewhere, each {@code chain~sequence~hash}, as the application's log has them
     */
    @GetMapping("/verification")
    Mono<VerificationView> verify(@RequestParam(defaultValue = "") List<String> anchor) {
        List<Anchor> anchors = anchor.stream()
                .filter(text -> !text.isBlank())
                .map(AuditController::read)
                .toList();
        return desk.verify(anchors).map(found -> VerificationView.of(found, clock.instant()));
    }

    private static Anchor read(String text) {
        Matcher parts = ANCHOR.matcher(text);
        if (!parts.matches()) {
            throw new Refused(General.INVALID, List.of(new FieldError("anchor", "锚点写作 链~序号~校验值")));
        }
        return new Anchor(parts.group(1), Long.parseLong(parts.group(2)), parts.group(3));
    }
}
