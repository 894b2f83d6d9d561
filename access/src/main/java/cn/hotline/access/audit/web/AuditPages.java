package cn.hotline.access.audit.web;

import cn.hotline.access.audit.AuditDesk;
import cn.hotline.access.audit.Question;
import cn.hotline.chassis.ChassisWiring;
import cn.hotline.chassis.web.Page;
import cn.hotline.ui.Choice;
import cn.hotline.ui.PageLinks;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;

/** The audit log for an auditor: search, and whether it is whole. */
@Controller
@RequestMapping("/audit")
public final class AuditPages {

    private static final int ROWS = 50;

    private final AuditDesk desk;
    private final String service;
    private final Clock clock;
    private final ActionTerms terms = new ActionTerms();

    /** @param service whose log it is, as the boards of the navigation are called */
    public AuditPages(AuditDesk desk, String service, Clock clock) {
        this.desk = desk;
        this.service = service;
        this.clock = clock;
    }

    @GetMapping
    Mono<Rendering> search(
            @RequestParam @Nullable String who,
            @RequestParam @Nullable String subject,
            @RequestParam @Nullable String action,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate to,
            @RequestParam(defaultValue = "0") int page) {
        Question question = QuestionReader.read(who, subject, action, from, to);
        Asked asked = new Asked(question.who(), question.subject(), question.action(), from, to);
        return desk.find(question, new Page.Asked(page, ROWS)).map(found -> Rendering.view("pages/access/audit")
                .modelAttribute("asked", asked)
                .modelAttribute(
                        "rows",
                        found.items().stream()
                                .map(link -> RecordView.of(link, terms))
                                .toList())
                .modelAttribute("pages", links(asked, found))
                .build());
    }

    /** Looks at every record, and shows what came of it. */
    @GetMapping("/verification")
    Mono<Rendering> verify() {
        return desk.verify(List.of()).map(found -> Rendering.view("pages/access/verification")
                .modelAttribute("found", VerificationView.of(found, clock.instant()))
                .build());
    }

    @ModelAttribute
    void common(Model model) {
        model.addAttribute("section", service)
                .addAttribute("times", new Times())
                .addAttribute(
                        "actions",
                        terms.all().stream()
                                .map(action -> Choice.of(action.code(), action.term()))
                                .toList());
    }

    private static PageLinks links(Asked asked, Page<?> found) {
        return PageLinks.of(found.page(), found.size(), found.items().size(), found.total(), "条", asked::address);
    }

    /** What the form says. */
    record Asked(
            @Nullable String who,
            @Nullable String subject,
            @Nullable String action,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {

        String address(int page) {
            return UriComponentsBuilder.newInstance()
                    .queryParamIfPresent("who", Optional.ofNullable(who))
                    .queryParamIfPresent("subject", Optional.ofNullable(subject))
                    .queryParamIfPresent("action", Optional.ofNullable(action))
                    .queryParamIfPresent("from", Optional.ofNullable(from))
                    .queryParamIfPresent("to", Optional.ofNullable(to))
                    .queryParam("page", page)
                    .encode()
                    .toUriString();
        }
    }

    /** Times to the second: which of two acts was first may matter. */
    static final class Times {

        private static final DateTimeFormatter SECONDS =
                DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ChassisWiring.ZONE);

        public String of(Instant at) {
            return SECONDS.format(at);
        }
    }
}
