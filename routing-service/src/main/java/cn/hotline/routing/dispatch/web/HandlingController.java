package cn.hotline.routing.dispatch.web;

import static cn.hotline.routing.dispatch.web.DispatchController.holding;

import cn.hotline.access.audit.AsksOnly;
import cn.hotline.chassis.Aggregates.Versioned;
import cn.hotline.routing.dispatch.Holding;
import cn.hotline.routing.dispatch.UnitDesk;
import cn.hotline.routing.dispatch.UnitDesk.Answer;
import cn.hotline.routing.dispatch.UnitDesk.Grounds;
import cn.hotline.routing.dispatch.UnitDesk.MoreTime;
import cn.hotline.routing.dispatch.UnitDesk.Whistle;
import cn.hotline.routing.dispatch.model.Assignment.Taker;
import cn.hotline.routing.dispatch.model.Contact;
import cn.hotline.routing.dispatch.model.Dispatch;
import cn.hotline.routing.dispatch.web.DispatchRequests.ReasonRequest;
import cn.hotline.routing.dispatch.web.UnitRequests.AssignmentRequest;
import cn.hotline.routing.dispatch.web.UnitRequests.CoReplyRequest;
import cn.hotline.routing.dispatch.web.UnitRequests.ContactRequest;
import cn.hotline.routing.dispatch.web.UnitRequests.ExtensionRequest;
import cn.hotline.routing.dispatch.web.UnitRequests.NamedRequest;
import cn.hotline.routing.dispatch.web.UnitRequests.PassDown;
import cn.hotline.routing.dispatch.web.UnitRequests.PassDownRequest;
import cn.hotline.routing.dispatch.web.UnitRequests.ReplyRequest;
import cn.hotline.routing.dispatch.web.UnitRequests.ReturnRequest;
import cn.hotline.routing.dispatch.web.UnitRequests.WhistleRequest;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What the unit that leads a ticket does with it, over HTTP. */
@RestController
@RequestMapping("/api/v1/dispatches/{number}")
public final class HandlingController {

    private final UnitDesk desk;
    private final UnitRequests requests;
    private final Viewers viewers;

    HandlingController(UnitDesk desk, UnitRequests requests, Viewers viewers) {
        this.desk = desk;
        this.requests = requests;
        this.viewers = viewers;
    }

    /** 签收. */
    @PostMapping("/acknowledge")
    Mono<ResponseEntity<DispatchView>> acknowledge(
            @PathVariable String number,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version) {
        return done(number, version, desk::acknowledge);
    }

    /** 首次联系. */
    @PostMapping("/contact")
    Mono<ResponseEntity<DispatchView>> contact(
            @PathVariable String number,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version,
            @RequestBody ContactRequest request) {
        Contact contact = requests.contact(request);
        return done(number, version, ticket -> desk.contact(ticket, contact));
    }

    /** 退单. */
    @PostMapping("/return")
    Mono<ResponseEntity<DispatchView>> sendBack(
            @PathVariable String number,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version,
            @RequestBody ReturnRequest request) {
        Grounds grounds = requests.grounds(request);
        return done(number, version, ticket -> desk.sendBack(ticket, grounds));
    }

    /** 申请延期. */
    @PostMapping("/extension")
    Mono<ResponseEntity<DispatchView>> askForTime(
            @PathVariable String number,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version,
            @RequestBody ExtensionRequest request) {
        MoreTime wanted = requests.moreTime(request);
        return done(number, version, ticket -> desk.askForTime(ticket, wanted));
    }

    /** 协办意见. */
    @PostMapping("/co-reply")
    Mono<ResponseEntity<DispatchView>> coReply(
            @PathVariable String number,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version,
            @RequestBody CoReplyRequest request) {
        String content = requests.coReply(request);
        return done(number, version, ticket -> desk.coReply(ticket, content));
    }

    /** 答复检查: what would be doubted of a reply, for looking at it before it is sent. */
    @AsksOnly
    @PostMapping("/reply-check")
    Mono<DoubtsView> check(@PathVariable String number, @RequestBody ReplyRequest request) {
        Answer answer = requests.answer(request);
        return viewers.current()
                .flatMap(viewer -> desk.check(holding(viewer, number, null), answer))
                .map(DoubtsView::of);
    }

    /** 答复. */
    @PostMapping("/reply")
    Mono<ResponseEntity<DispatchView>> reply(
            @PathVariable String number,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version,
            @RequestBody ReplyRequest request) {
        Answer answer = requests.answer(request);
        return done(number, version, ticket -> desk.reply(ticket, answer));
    }

    /** 下交 to a unit right below. */
    @PostMapping("/pass-down")
    Mono<ResponseEntity<DispatchView>> passDown(
            @PathVariable String number,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version,
            @RequestBody PassDownRequest request) {
        PassDown passed = requests.passDown(request);
        return done(number, version, ticket -> desk.passDown(ticket, passed.to(), passed.note()));
    }

    /** 上报退回: the unit below is to do more. */
    @PostMapping("/hand-back")
    Mono<ResponseEntity<DispatchView>> handBack(
            @PathVariable String number,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version,
            @RequestBody ReasonRequest request) {
        String reason = requests.reason(request);
        return done(number, version, ticket -> desk.handBack(ticket, reason));
    }

    /** 上级收回. */
    @PostMapping("/take-back")
    Mono<ResponseEntity<DispatchView>> takeBack(
            @PathVariable String number,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version,
            @RequestBody ReasonRequest request) {
        String reason = requests.reason(request);
        return done(number, version, ticket -> desk.takeBack(ticket, reason));
    }

    /** 吹哨. */
    @PostMapping("/whistle")
    Mono<ResponseEntity<DispatchView>> whistle(
            @PathVariable String number,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version,
            @RequestBody WhistleRequest request) {
        Whistle whistle = requests.whistle(request);
        return done(number, version, ticket -> desk.whistle(ticket, whistle));
    }

    /** 报到. */
    @PostMapping("/check-in")
    Mono<ResponseEntity<DispatchView>> checkIn(
            @PathVariable String number,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version) {
        return done(number, version, desk::checkIn);
    }

    /** 指定经办人: whoever heads the unit lets a clerk handle a confidential ticket. */
    @PostMapping("/named")
    Mono<ResponseEntity<DispatchView>> name(@PathVariable String number, @RequestBody NamedRequest request) {
        String account = requests.account(request);
        return done(number, null, ticket -> desk.name(ticket, account));
    }

    /** 认领: whoever asks has it in hand. */
    @PostMapping("/claim")
    Mono<ResponseEntity<DispatchView>> claim(
            @PathVariable String number,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version) {
        return done(number, version, desk::claim);
    }

    /** 放回: anybody of the unit may take it again. */
    @PostMapping("/release")
    Mono<ResponseEntity<DispatchView>> release(
            @PathVariable String number,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version) {
        return done(number, version, desk::release);
    }

    /** 指派: whoever heads the unit says who has it in hand. */
    @PostMapping("/assignment")
    Mono<ResponseEntity<DispatchView>> assign(
            @PathVariable String number,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version,
            @RequestBody AssignmentRequest request) {
        Taker to = requests.taker(request);
        return done(number, version, ticket -> desk.assign(ticket, to));
    }

    private Mono<ResponseEntity<DispatchView>> done(
            String number, @Nullable String version, Function<Holding, Mono<Versioned<Dispatch>>> act) {
        return viewers.current().flatMap(viewer -> act.apply(holding(viewer, number, version))
                .map(stored -> DispatchController.shown(stored, viewer)));
    }
}
