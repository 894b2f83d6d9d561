package cn.hotline.routing.deadline.web;

import cn.hotline.access.Person;
import cn.hotline.access.Role;
import cn.hotline.access.audit.AsksOnly;
import cn.hotline.routing.deadline.DeadlineDesk;
import cn.hotline.routing.deadline.PublishedDeadlines;
import cn.hotline.routing.deadline.model.LimitUnit;
import cn.hotline.routing.deadline.model.LimitsVersion;
import cn.hotline.routing.deadline.model.SpecialDay;
import cn.hotline.routing.deadline.model.TimeLimits;
import cn.hotline.routing.deadline.model.WorkingCalendar;
import cn.hotline.routing.deadline.web.DeadlineController.CalendarView;
import cn.hotline.routing.deadline.web.DeadlineController.HeadView;
import cn.hotline.routing.deadline.web.DeadlineController.OutlookView;
import cn.hotline.routing.deadline.web.DeadlineRequests.LimitRequest;
import cn.hotline.routing.deadline.web.DeadlineRequests.RuleRequest;
import cn.hotline.ui.Choice;
import java.time.Clock;
import java.time.Year;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** 工作日历与时限: whoever administers edits, looks ahead and publishes; dispatchers and supervisors read. */
@Controller
public final class CalendarPages {

    private static final String PAGE = "pages/routing/calendars";
    private static final List<Choice> UNITS = Arrays.stream(LimitUnit.values())
            .map(unit -> Choice.of(unit.name(), unit.term()))
            .toList();

    private final DeadlineDesk desk;
    private final PublishedDeadlines published;
    private final DeadlineRequests requests;
    private final Clock clock;

    CalendarPages(DeadlineDesk desk, PublishedDeadlines published, DeadlineRequests requests, Clock clock) {
        this.desk = desk;
        this.published = published;
        this.requests = requests;
        this.clock = clock;
    }

    @GetMapping("/calendars")
    Mono<Rendering> page(@RequestParam(required = false) @Nullable String year) {
        int asked = year == null ? Year.now(clock).getValue() : DeadlineRequests.year(year);
        return shown(asked, null);
    }

    /** 影响预览: what the days that stand in the form would move. */
    @AsksOnly
    @PostMapping("/calendars/{year}/outlook")
    Mono<Rendering> outlook(@PathVariable String year, ServerWebExchange exchange) {
        int asked = DeadlineRequests.year(year);
        return exchange.getFormData().flatMap(form -> {
            List<SpecialDay> days = NoticeText.read(asked, text(form), requests);
            return desk.outlook(asked, days).map(outlook -> Rendering.view(PAGE + " :: outlook")
                    .modelAttribute(
                            "outlook", OutlookView.of(outlook, desk.calendar().name()))
                    .build());
        });
    }

    @PostMapping("/calendars/{year}/publication")
    Mono<Rendering> publish(@PathVariable String year, ServerWebExchange exchange) {
        int asked = DeadlineRequests.year(year);
        return exchange.getFormData().flatMap(form -> {
            long against = DeadlineRequests.against(form.getFirst("against"));
            String reason = requests.reason(form.getFirst("reason"));
            List<SpecialDay> days = NoticeText.read(asked, text(form), requests);
            return DeadlineController.by(editor -> desk.publish(asked, days, reason, against, editor))
                    .flatMap(done -> shown(asked, "工作日历第 " + done.number() + " 版已发布，在办工单的时限几秒内按它重算。"));
        });
    }

    @PostMapping("/calendars/time-limits/publication")
    Mono<Rendering> publishLimits(ServerWebExchange exchange) {
        return exchange.getFormData().flatMap(form -> {
            long against = DeadlineRequests.against(form.getFirst("against"));
            String reason = requests.reason(form.getFirst("reason"));
            List<LimitsVersion.Row> rows = requests.rows(rules(form));
            return DeadlineController.by(editor -> desk.publish(rows, reason, against, editor))
                    .flatMap(
                            done -> shown(Year.now(clock).getValue(), "时限规则第 " + done.number() + " 版已发布，今后派出的工单按它计算。"));
        });
    }

    /** @param words what has just been done; null for the whole page */
    private Mono<Rendering> shown(int year, @Nullable String words) {
        return Mono.defer(() -> Mono.zip(
                        Person.current(),
                        desk.calendarHistory().map(HeadView::of).collectList(),
                        desk.limitsHistory().map(HeadView::of).collectList())
                .map(seen -> drawn(year, words)
                        .modelAttribute("edits", seen.getT1().is(Role.ADMIN))
                        .modelAttribute("calendars", seen.getT2())
                        .modelAttribute("limitsVersions", seen.getT3())
                        .build()));
    }

    private Rendering.Builder<?> drawn(int year, @Nullable String words) {
        WorkingCalendar calendar = published.get().calendar();
        int now = Year.now(clock).getValue();
        return Rendering.view(words == null ? PAGE : PAGE + " :: acted")
                .modelAttribute("words", words == null ? "" : words)
                .modelAttribute(
                        "years", IntStream.rangeClosed(now - 1, now + 2).boxed().toList())
                .modelAttribute("editable", year >= now - 1 && year <= now + 2)
                .modelAttribute("calendar", CalendarView.of(year, calendar))
                .modelAttribute("year", YearView.of(year, calendar))
                .modelAttribute("text", NoticeText.write(calendar.specialDays(Year.of(year))))
                .modelAttribute("limits", desk.limits())
                .modelAttribute("units", UNITS);
    }

    private static String text(MultiValueMap<String, String> form) {
        String text = form.getFirst(NoticeText.FIELD);
        return text == null ? "" : text;
    }

    private static List<@Nullable RuleRequest> rules(MultiValueMap<String, String> form) {
        return Arrays.stream(TimeLimits.Rule.values())
                .<@Nullable RuleRequest>map(rule -> new RuleRequest(
                        rule.name(),
                        limit(form, rule, "acknowledge"),
                        limit(form, rule, "contact"),
                        limit(form, rule, "finish")))
                .toList();
    }

    private static LimitRequest limit(MultiValueMap<String, String> form, TimeLimits.Rule rule, String kind) {
        String amount = form.getFirst(rule.name() + "." + kind);
        boolean whole = amount != null && amount.strip().matches("\\d{1,4}");
        return new LimitRequest(
                whole ? Integer.valueOf(amount.strip()) : null, form.getFirst(rule.name() + "." + kind + ".unit"));
    }
}
