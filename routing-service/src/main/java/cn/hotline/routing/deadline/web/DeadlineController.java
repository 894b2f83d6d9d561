package cn.hotline.routing.deadline.web;

import cn.hotline.access.Person;
import cn.hotline.access.audit.AsksOnly;
import cn.hotline.chassis.Termed.Coded;
import cn.hotline.routing.contract.RoutingEvent.Unit;
import cn.hotline.routing.deadline.DeadlineDesk;
import cn.hotline.routing.deadline.PublishedDeadlines;
import cn.hotline.routing.deadline.model.LimitsVersion;
import cn.hotline.routing.deadline.model.MovedDeadline;
import cn.hotline.routing.deadline.model.OpenHours;
import cn.hotline.routing.deadline.model.Outlook;
import cn.hotline.routing.deadline.model.SpecialDay;
import cn.hotline.routing.deadline.model.TimeLimit;
import cn.hotline.routing.deadline.model.WorkingCalendar;
import cn.hotline.routing.deadline.web.DeadlineRequests.CalendarRequest;
import cn.hotline.routing.deadline.web.DeadlineRequests.LimitsRequest;
import cn.hotline.routing.version.model.Editor;
import cn.hotline.routing.version.model.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** 时限规则与工作日历, in all their versions. */
@RestController
@RequestMapping("/api/v1")
public final class DeadlineController {

    private final DeadlineDesk desk;
    private final PublishedDeadlines published;
    private final DeadlineRequests requests;

    DeadlineController(DeadlineDesk desk, PublishedDeadlines published, DeadlineRequests requests) {
        this.desk = desk;
        this.published = published;
        this.requests = requests;
    }

    @GetMapping("/time-limits")
    ResponseEntity<LimitsView> timeLimits() {
        return shown(desk.limits());
    }

    /** The whole table anew, for what is dispatched from now on. */
    @PutMapping("/time-limits")
    Mono<ResponseEntity<LimitsView>> publish(
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody LimitsRequest request) {
        long against = DeadlineRequests.against(ifMatch);
        String reason = requests.reason(request.reason());
        List<LimitsVersion.Row> rows = requests.rows(request.items());
        return by(editor -> desk.publish(rows, reason, against, editor)).map(DeadlineController::shown);
    }

    /** The newest first. */
    @GetMapping("/time-limits/versions")
    Mono<List<HeadView>> limitsVersions() {
        return desk.limitsHistory().map(HeadView::of).collectList();
    }

    @GetMapping("/calendars/{year}")
    ResponseEntity<CalendarView> calendar(@PathVariable String year) {
        return calendar(DeadlineRequests.year(year));
    }

    /** A year's holidays and make-up workdays anew; open deadlines follow within seconds. */
    @PutMapping("/calendars/{year}")
    Mono<ResponseEntity<CalendarView>> publish(
            @PathVariable String year,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody CalendarRequest request) {
        int asked = DeadlineRequests.year(year);
        long against = DeadlineRequests.against(ifMatch);
        String reason = requests.reason(request.reason());
        List<SpecialDay> days = requests.days(asked, request.days());
        return by(editor -> desk.publish(asked, days, reason, against, editor)).map(done -> calendar(asked));
    }

    /** 影响预览: which open deadlines those days would move, and nothing is published. */
    @AsksOnly
    @PostMapping("/calendars/{year}/outlook")
    Mono<OutlookView> outlook(@PathVariable String year, @RequestBody CalendarRequest request) {
        int asked = DeadlineRequests.year(year);
        return desk.outlook(asked, requests.days(asked, request.days()))
                .map(outlook -> OutlookView.of(outlook, desk.calendar().name()));
    }

    /** All versions of all years, the newest first. */
    @GetMapping("/calendars/versions")
    Mono<List<HeadView>> calendarVersions() {
        return desk.calendarHistory().map(HeadView::of).collectList();
    }

    static <T> Mono<T> by(Function<Editor, Mono<T>> act) {
        return Person.current().flatMap(person -> act.apply(new Editor(person.account(), person.name())));
    }

    private ResponseEntity<CalendarView> calendar(int year) {
        WorkingCalendar calendar = published.get().calendar();
        return ResponseEntity.ok().eTag(calendar.version()).body(CalendarView.of(year, calendar));
    }

    private static ResponseEntity<LimitsView> shown(LimitsVersion version) {
        return ResponseEntity.ok()
                .eTag(version.name())
                .body(new LimitsView(
                        version.name(),
                        HeadView.of(version),
                        version.rows().stream().map(LimitsOfRule::of).toList()));
    }

    record LimitsView(String version, HeadView published, List<LimitsOfRule> items) {}

    record LimitsOfRule(Coded rule, LimitView acknowledge, LimitView contact, LimitView finish) {

        static LimitsOfRule of(LimitsVersion.Row row) {
            return new LimitsOfRule(
                    Coded.of(row.rule()),
                    LimitView.of(row.acknowledge()),
                    LimitView.of(row.contact()),
                    LimitView.of(row.finish()));
        }
    }

    record LimitView(int amount, Coded unit, String words) {

        static LimitView of(TimeLimit limit) {
            return new LimitView(limit.amount(), Coded.of(limit.unit()), limit.words());
        }
    }

    /** @param days those that the week alone does not tell */
    record CalendarView(
            int year, String version, boolean published, String basis, List<String> officeHours, List<DayView> days) {

        static CalendarView of(int year, WorkingCalendar calendar) {
            boolean published = calendar.knows(Year.of(year));
            return new CalendarView(
                    year,
                    calendar.version(),
                    published,
                    published ? "按国务院办公厅公布的放假安排及本市自定日期" : year + " 年放假安排尚未公布，暂按周末休息推算",
                    calendar.hours().stream().map(OpenHours::toString).toList(),
                    calendar.specialDays(Year.of(year)).stream()
                            .map(DayView::of)
                            .toList());
        }
    }

    record DayView(LocalDate day, Coded kind, String name) {

        static DayView of(SpecialDay day) {
            return new DayView(day.day(), Coded.of(day.kind()), day.name());
        }
    }

    record HeadView(long number, Instant at, String account, String by, String reason) {

        static HeadView of(Version<?> version) {
            return new HeadView(
                    version.number(),
                    version.at(),
                    version.by().account(),
                    version.by().name(),
                    version.reason());
        }
    }

    /**
     * @param calendar version in force, which it was compared with
     * @param open how many tickets have running clocks
     * @param moving of how many of them a deadline would move
     * @param items the first of them, oldest due first
     */
    record OutlookView(String calendar, long open, long moving, List<MovedView> items) {

        static OutlookView of(Outlook outlook, String calendar) {
            return new OutlookView(
                    calendar,
                    outlook.open(),
                    outlook.moving(),
                    outlook.first().stream().map(MovedView::of).toList());
        }
    }

    /** @param unit absent while it waits for a dispatcher */
    record MovedView(String number, @Nullable Unit unit, Coded kind, Coded clock, Instant from, Instant to) {

        static MovedView of(MovedDeadline moved) {
            return new MovedView(
                    moved.number(),
                    moved.unit(),
                    Coded.of(moved.kind()),
                    moved.own() ? new Coded("UNIT", "本单位时限") : new Coded("TICKET", "工单时限"),
                    moved.from(),
                    moved.to());
        }
    }
}
