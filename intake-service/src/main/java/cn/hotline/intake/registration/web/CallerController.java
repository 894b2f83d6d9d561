package cn.hotline.intake.registration.web;

import cn.hotline.chassis.Cause;
import cn.hotline.chassis.web.Fields;
import cn.hotline.chassis.web.Page;
import cn.hotline.intake.callers.Callers;
import cn.hotline.intake.callers.model.PhoneNumber;
import cn.hotline.intake.registration.TicketFilter;
import cn.hotline.intake.registration.TicketOrder;
import cn.hotline.intake.registration.web.TicketView.CallerView;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Callers over HTTP: what is known of a number, masked. The number travels in the body, never in an address. */
@RestController
@RequestMapping("/api/v1/caller-lookups")
final class CallerController {

    private static final Page.Asked LATEST = new Page.Asked(0, 20);

    private final Callers callers;
    private final TicketReader reader;
    private final TicketViews views;

    CallerController(Callers callers, TicketReader reader, TicketViews views) {
        this.callers = callers;
        this.reader = reader;
        this.views = views;
    }

    /**
     * 来电查询. A number that never called has no tickets, and asking does not make it known. A confidential ticket is
     * listed for whoever registered it; to others the caller may tell its number.
     */
    @PostMapping
    Mono<CallerLookup> lookUp(@RequestBody PhoneRequest sent) {
        Fields fields = new Fields();
        fields.check(sent.phone() != null && !sent.phone().isBlank(), "phone", "请填写此项");
        PhoneNumber phone = reader.phone(fields, "phone", sent.phone());
        fields.refuseFaults();
        return Mono.justOrEmpty(phone)
                .flatMap(callers::find)
                .zipWith(Cause.current(), (token, cause) -> TicketFilter.ofCaller(token, cause.actor()))
                .flatMap(filter -> views.page(filter, TicketOrder.NEWEST_FIRST, LATEST))
                .map(CallerLookup::of)
                .defaultIfEmpty(CallerLookup.UNKNOWN);
    }

    record PhoneRequest(@Nullable String phone) {}

    /**
     * @param caller as the latest ticket knows them; null when there is none to list
     * @param tickets the latest ones, newest first
     * @param total of all tickets of this number that are listed
     */
    record CallerLookup(@Nullable CallerView caller, List<TicketView> tickets, long total) {

        static final CallerLookup UNKNOWN = new CallerLookup(null, List.of(), 0);

        static CallerLookup of(Page<TicketView> found) {
            return found.items().isEmpty()
                    ? UNKNOWN
                    : new CallerLookup(found.items().get(0).caller(), found.items(), found.total());
        }
    }
}
