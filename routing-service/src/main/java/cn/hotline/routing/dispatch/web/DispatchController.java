package cn.hotline.routing.dispatch.web;

import cn.hotline.chassis.Aggregates.Versioned;
import cn.hotline.chassis.Refusal.General;
import cn.hotline.chassis.Refused;
import cn.hotline.chassis.Refused.FieldError;
import cn.hotline.chassis.web.Page;
import cn.hotline.routing.deadline.PublishedDeadlines;
import cn.hotline.routing.dispatch.DispatchDesk;
import cn.hotline.routing.dispatch.DispatchDesk.Help;
import cn.hotline.routing.dispatch.DispatchFilter;
import cn.hotline.routing.dispatch.Dispatches;
import cn.hotline.routing.dispatch.Holding;
import cn.hotline.routing.dispatch.SecrecyDesk;
import cn.hotline.routing.dispatch.model.Dispatch;
import cn.hotline.routing.dispatch.model.DispatcherChoice;
import cn.hotline.routing.dispatch.model.Secrecy;
import cn.hotline.routing.dispatch.model.TicketNumber;
import cn.hotline.routing.dispatch.model.Topic;
import cn.hotline.routing.dispatch.model.Viewer;
import cn.hotline.routing.dispatch.web.DispatchRequests.CoUnitsRequest;
import cn.hotline.routing.dispatch.web.DispatchRequests.DispatchRequest;
import cn.hotline.routing.dispatch.web.DispatchRequests.ExtensionDecisionRequest;
import cn.hotline.routing.dispatch.web.DispatchRequests.ReasonRequest;
import cn.hotline.routing.dispatch.web.DispatchRequests.ReclassificationRequest;
import cn.hotline.routing.dispatch.web.DispatchRequests.ReplyDecisionRequest;
import cn.hotline.routing.dispatch.web.DispatchRequests.ReturnDecisionRequest;
import cn.hotline.routing.dispatch.web.DispatchRequests.Ruled;
import cn.hotline.routing.dispatch.web.DispatchRequests.RulingRequest;
import cn.hotline.routing.dispatch.web.DispatchRequests.Said;
import cn.hotline.routing.dispatch.web.DispatchRequests.Stop;
import cn.hotline.routing.dispatch.web.DispatchRequests.SuspensionRequest;
import cn.hotline.routing.dispatch.web.DispatchRequests.Verdict;
import cn.hotline.routing.precedent.Precedents;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/**
 * Dispatches over HTTP, for whoever is signed in: rows and texts that are theirs, and what the hotline does. What units
 * do is asked of {@link HandlingController}.
 */
@RestController
@RequestMapping("/api/v1/dispatches")
public final class DispatchController {

    private static final int SIMILAR = 5;

    private final Dispatches dispatches;
    private final DispatchDesk desk;
    private final SecrecyDesk secrecyDesk;
    private final DispatchRequests requests;
    private final Viewers viewers;
    private final Lists lists;
    private final PublishedDeadlines policy;
    private final Precedents precedents;

    DispatchController(
            Dispatches dispatches,
            DispatchDesk desk,
            SecrecyDesk secrecyDesk,
            DispatchRequests requests,
            Viewers viewers,
            Lists lists,
            PublishedDeadlines policy,
            Precedents precedents) {
        this.dispatches = dispatches;
        this.desk = desk;
        this.secrecyDesk = secrecyDesk;
        this.requests = requests;
        this.viewers = viewers;
        this.lists = lists;
        this.policy = policy;
        this.precedents = precedents;
    }

    /** One page of what is asked for, and how many there are in all. */
    @GetMapping
    Mono<Page<DispatchView>> list(
            ListQuery query, @RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "20") int size) {
        Page.Asked asked = new Page.Asked(page, size);
        return viewers.current().flatMap(viewer -> {
            DispatchFilter filter = lists.filter(query, viewer);
            return dispatches
                    .list(viewer, filter, asked.skip(), asked.size())
                    .map(stored -> DispatchView.of(stored, viewer))
                    .collectList()
                    .zipWith(
                            dispatches.count(viewer, filter),
                            (items, total) -> new Page<>(items, asked.page(), asked.size(), total));
        });
    }

    @GetMapping("/{number}")
    Mono<ResponseEntity<DispatchView>> one(@PathVariable String number) {
        return answered(viewer -> found(viewer, number));
    }

    /** 时限说明: which days counted, by which rule and calendar; empty before the first dispatch. */
    @GetMapping("/{number}/deadline-explanation")
    Mono<DeadlineExplanation> deadlines(@PathVariable String number) {
        return viewers.current()
                .flatMap(viewer -> found(viewer, number))
                .map(stored -> DeadlineExplanation.of(stored.state(), policy.get()));
    }

    /** 派单理由: the words, the entry and the closed tickets that speak for where it went. */
    @GetMapping("/{number}/reasons")
    Mono<Reasons> reasons(@PathVariable String number) {
        return viewers.current().flatMap(viewer -> found(viewer, number)
                .map(Versioned::state)
                .filter(dispatch -> dispatch.opensTo(viewer))
                .switchIfEmpty(Mono.error(() -> new Refused(General.NOT_FOUND)))
                .flatMap(dispatch -> Reasons.of(dispatch, precedents, SIMILAR)));
    }

    /** 派单、改派. */
    @PostMapping("/{number}/dispatch")
    Mono<ResponseEntity<DispatchView>> dispatch(
            @PathVariable String number,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version,
            @RequestBody DispatchRequest request) {
        DispatcherChoice choice = requests.choice(request);
        return answered(viewer -> desk.dispatch(holding(viewer, number, version), choice));
    }

    /** 收回 of a wrong dispatch. */
    @PostMapping("/{number}/recall")
    Mono<ResponseEntity<DispatchView>> recall(
            @PathVariable String number,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version,
            @RequestBody ReasonRequest request) {
        String reason = requests.reason(request);
        return answered(viewer -> desk.recall(holding(viewer, number, version), reason));
    }

    /** 审核退单. */
    @PostMapping("/{number}/return-decision")
    Mono<ResponseEntity<DispatchView>> decideReturn(
            @PathVariable String number,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version,
            @RequestBody ReturnDecisionRequest request) {
        Verdict verdict = requests.verdict(request);
        return answered(viewer -> desk.decideReturn(
                holding(viewer, number, version), verdict.approved(), verdict.next(), verdict.reason()));
    }

    /** 裁定. */
    @PostMapping("/{number}/ruling")
    Mono<ResponseEntity<DispatchView>> rule(
            @PathVariable String number,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version,
            @RequestBody RulingRequest request) {
        Ruled ruled = requests.ruled(request);
        return answered(viewer -> desk.rule(holding(viewer, number, version), ruled.owner(), ruled.reason()));
    }

    /** 审批延期. */
    @PostMapping("/{number}/extension-decision")
    Mono<ResponseEntity<DispatchView>> decideExtension(
            @PathVariable String number,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version,
            @RequestBody ExtensionDecisionRequest request) {
        Said said = requests.said(request);
        return answered(
                viewer -> desk.decideExtension(holding(viewer, number, version), said.approved(), said.reason()));
    }

    /** 挂账. */
    @PostMapping("/{number}/suspension")
    Mono<ResponseEntity<DispatchView>> suspend(
            @PathVariable String number,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version,
            @RequestBody SuspensionRequest request) {
        Stop stop = requests.stop(request);
        return answered(viewer ->
                desk.suspend(holding(viewer, number, version), stop.reason(), stop.reviewOn(), stop.approvedBy()));
    }

    /** 销账; the reason is how what it was suspended for came to an end. */
    @PostMapping("/{number}/write-off")
    Mono<ResponseEntity<DispatchView>> writeOff(
            @PathVariable String number,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version,
            @RequestBody ReasonRequest request) {
        String found = requests.reason(request);
        return answered(viewer -> desk.writeOff(holding(viewer, number, version), found));
    }

    /** 恢复办理 of what is suspended. */
    @PostMapping("/{number}/resumption")
    Mono<ResponseEntity<DispatchView>> resume(
            @PathVariable String number,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version) {
        return answered(viewer -> desk.resume(holding(viewer, number, version)));
    }

    /** 请协办, by the unit that leads or by a dispatcher. */
    @PostMapping("/{number}/co-units")
    Mono<ResponseEntity<DispatchView>> askForHelp(
            @PathVariable String number,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version,
            @RequestBody CoUnitsRequest request) {
        Help help = requests.help(request);
        return answered(viewer -> desk.askForHelp(holding(viewer, number, version), help));
    }

    /** 不再协办. */
    @PostMapping("/{number}/co-units/{unit}/end")
    Mono<ResponseEntity<DispatchView>> endHelp(
            @PathVariable String number,
            @PathVariable String unit,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version,
            @RequestBody ReasonRequest request) {
        String reason = requests.reason(request);
        return answered(viewer -> desk.endHelp(holding(viewer, number, version), unit, reason));
    }

    /** 审核答复 that was sent in spite of doubts. */
    @PostMapping("/{number}/reply-decision")
    Mono<ResponseEntity<DispatchView>> decideReply(
            @PathVariable String number,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version,
            @RequestBody ReplyDecisionRequest request) {
        Said said = requests.said(request);
        return answered(viewer -> desk.decideReply(holding(viewer, number, version), said.approved(), said.reason()));
    }

    /** 改分类, by a dispatcher or by the unit that handles it. */
    @PostMapping("/{number}/reclassification")
    Mono<ResponseEntity<DispatchView>> reclassify(
            @PathVariable String number,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version,
            @RequestBody ReclassificationRequest request) {
        Topic topic = requests.topic(request);
        return answered(viewer -> desk.reclassify(holding(viewer, number, version), topic));
    }

    /** 署名查看 of a confidential ticket. */
    @PostMapping("/{number}/sight")
    Mono<ResponseEntity<DispatchView>> take(@PathVariable String number, @RequestBody ReasonRequest request) {
        String reason = requests.reason(request);
        return answered(viewer -> secrecyDesk.take(viewer, parsed(number), reason));
    }

    /**
     * 应急查看 of a confidential ticket, by two people. Answers how far it has come, not the text: the answer to a command
     * is kept for whoever repeats it, longer than this opening lasts.
     */
    @PostMapping("/{number}/break-glass")
    Mono<NeedView> need(@PathVariable String number, @RequestBody ReasonRequest request) {
        String reason = requests.reason(request);
        return viewers.current()
                .flatMap(viewer ->
                        secrecyDesk.need(viewer, parsed(number), reason).map(stored -> NeedView.of(stored.state())));
    }

    /** 解除回避 of a unit that is not accused after all. */
    @PostMapping("/{number}/concerns/{unit}/lift")
    Mono<ResponseEntity<DispatchView>> clear(
            @PathVariable String number, @PathVariable String unit, @RequestBody ReasonRequest request) {
        String reason = requests.reason(request);
        return answered(viewer -> desk.clear(holding(viewer, number, null), unit, reason));
    }

    private Mono<ResponseEntity<DispatchView>> answered(Function<Viewer, Mono<Versioned<Dispatch>>> act) {
        return viewers.current().flatMap(viewer -> act.apply(viewer).map(stored -> shown(stored, viewer)));
    }

    private Mono<Versioned<Dispatch>> found(Viewer viewer, String number) {
        return dispatches.find(viewer, parsed(number)).switchIfEmpty(Mono.error(() -> new Refused(General.NOT_FOUND)));
    }

    /**
     * An opening in need.
     *
     * @param confirmBy until when a second person must confirm; absent when one has
     * @param openUntil until when it is open to both; absent before
     */
    record NeedView(
            String number,
            @Nullable Instant confirmBy,
            @Nullable Instant openUntil) {

        static NeedView of(Dispatch dispatch) {
            Secrecy secrecy = dispatch.sight().secrecy();
            Secrecy.Need need = secrecy == null ? null : secrecy.need();
            return need == null
                    ? new NeedView(dispatch.number().value(), null, null)
                    : new NeedView(dispatch.number().value(), need.confirmBy(), need.openUntil());
        }
    }

    static Holding holding(Viewer viewer, String number, @Nullable String version) {
        return new Holding(viewer, parsed(number), versionOf(version));
    }

    static TicketNumber parsed(String number) {
        try {
            return new TicketNumber(number);
        } catch (IllegalArgumentException notANumber) {
            throw new Refused(General.NOT_FOUND);
        }
    }

    static ResponseEntity<DispatchView> shown(Versioned<Dispatch> stored, Viewer viewer) {
        return ResponseEntity.ok().eTag(Long.toString(stored.version())).body(DispatchView.of(stored, viewer));
    }

    private static @Nullable Long versionOf(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.equals("*")) {
            return null;
        }
        String digits = ifMatch.replaceAll("[^0-9]", "");
        if (digits.isEmpty() || digits.length() > 18) {
            throw new Refused(General.INVALID, List.of(new FieldError(HttpHeaders.IF_MATCH, "版本号应写作 \"3\" 这样的数字")));
        }
        return Long.valueOf(digits);
    }
}
