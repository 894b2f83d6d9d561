package cn.hotline.routing.dispatch.web;

import cn.hotline.access.audit.AsksOnly;
import cn.hotline.chassis.Aggregates.Versioned;
import cn.hotline.chassis.PersonalData;
import cn.hotline.chassis.Refused;
import cn.hotline.routing.dispatch.DispatchDesk;
import cn.hotline.routing.dispatch.Holding;
import cn.hotline.routing.dispatch.UnitDesk;
import cn.hotline.routing.dispatch.model.Dispatch;
import cn.hotline.routing.dispatch.web.DispatchRequests.ReasonRequest;
import cn.hotline.routing.dispatch.web.DispatchRequests.ReclassificationRequest;
import cn.hotline.routing.dispatch.web.UnitRequests.CoReplyRequest;
import cn.hotline.routing.dispatch.web.UnitRequests.NamedRequest;
import cn.hotline.routing.replycheck.model.ReplyDoubt;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What a unit does from its inbox with a form. A form says which version its writer has seen. */
@Controller
@RequestMapping("/inbox/{number}")
public final class InboxActPages {

    private final InboxScreen screen;
    private final UnitDesk desk;
    private final DispatchDesk desks;
    private final UnitRequests requests;
    private final DispatchRequests dispatchRequests;
    private final Colleagues colleagues;

    InboxActPages(
            InboxScreen screen,
            UnitDesk desk,
            DispatchDesk desks,
            UnitRequests requests,
            DispatchRequests dispatchRequests,
            Colleagues colleagues) {
        this.screen = screen;
        this.desk = desk;
        this.desks = desks;
        this.requests = requests;
        this.dispatchRequests = dispatchRequests;
        this.colleagues = colleagues;
    }

    @PostMapping("/contact")
    Mono<Rendering> contact(@PathVariable String number, @RequestParam InboxTab tab, ServerWebExchange exchange) {
        return acted(number, tab, exchange, form -> requests.contact(UnitForms.contact(form)), desk::contact, "已登记联系。");
    }

    @PostMapping("/return")
    Mono<Rendering> sendBack(@PathVariable String number, @RequestParam InboxTab tab, ServerWebExchange exchange) {
        return screen.sent(tab, exchange, form -> requests.grounds(UnitForms.sendBack(form)))
                .flatMap(sent -> desk.sendBack(sent.holding(number), sent.what())
                        .flatMap(stored -> screen.acted(sent.by(), stored, sentBack(sent.by(), stored))));
    }

    /** What is sent back to the unit above is gone at once; what is sent back to the hotline waits for a decision. */
    private String sentBack(InboxScreen.Asked by, Versioned<Dispatch> stored) {
        return screen.isGone(by, stored)
                ? "已退回上级单位。"
                : "已申请" + stored.state().status().term() + "，时限照常计算。";
    }

    @PostMapping("/reclassification")
    Mono<Rendering> reclassify(@PathVariable String number, @RequestParam InboxTab tab, ServerWebExchange exchange) {
        return acted(
                number,
                tab,
                exchange,
                form -> dispatchRequests.topic(new ReclassificationRequest(form.getFirst("category"))),
                desks::reclassify,
                "分类已修改。");
    }

    @PostMapping("/extension")
    Mono<Rendering> askForTime(@PathVariable String number, @RequestParam InboxTab tab, ServerWebExchange exchange) {
        return acted(
                number,
                tab,
                exchange,
                form -> requests.moreTime(UnitForms.extension(form)),
                desk::askForTime,
                "已申请延期，审批前按原期限计算。");
    }

    @PostMapping("/co-units")
    Mono<Rendering> askForHelp(@PathVariable String number, @RequestParam InboxTab tab, ServerWebExchange exchange) {
        return acted(
                number, tab, exchange, form -> dispatchRequests.help(UnitForms.help(form)), desks::askForHelp, "已请协办。");
    }

    @PostMapping("/co-reply")
    Mono<Rendering> coReply(@PathVariable String number, @RequestParam InboxTab tab, ServerWebExchange exchange) {
        return acted(
                number,
                tab,
                exchange,
                form -> requests.coReply(new CoReplyRequest(form.getFirst("content"))),
                desk::coReply,
                "已提交协办意见。");
    }

    /** 转办 to a unit right below. */
    @PostMapping("/pass-down")
    Mono<Rendering> passDown(@PathVariable String number, @RequestParam InboxTab tab, ServerWebExchange exchange) {
        return acted(
                number,
                tab,
                exchange,
                form -> requests.passDown(UnitForms.passDown(form)),
                (ticket, down) -> desk.passDown(ticket, down.to(), down.note()),
                "已下交，本单位仍对答复负责。");
    }

    @PostMapping("/take-back")
    Mono<Rendering> takeBack(@PathVariable String number, @RequestParam InboxTab tab, ServerWebExchange exchange) {
        return acted(number, tab, exchange, this::reason, desk::takeBack, "已收回。");
    }

    @PostMapping("/hand-back")
    Mono<Rendering> handBack(@PathVariable String number, @RequestParam InboxTab tab, ServerWebExchange exchange) {
        return acted(number, tab, exchange, this::reason, desk::handBack, "已退回下级再办。");
    }

    @PostMapping("/whistle")
    Mono<Rendering> whistle(@PathVariable String number, @RequestParam InboxTab tab, ServerWebExchange exchange) {
        return acted(
                number, tab, exchange, form -> requests.whistle(UnitForms.whistle(form)), desk::whistle, "已吹哨，等待部门报到。");
    }

    @PostMapping("/check-in")
    Mono<Rendering> checkIn(@PathVariable String number, @RequestParam InboxTab tab, ServerWebExchange exchange) {
        return screen.asked(tab, exchange).flatMap(asked -> desk.checkIn(asked.holding(number))
                .flatMap(stored -> screen.acted(asked, stored, "已报到。")));
    }

    @PostMapping("/reply")
    Mono<Rendering> reply(@PathVariable String number, @RequestParam InboxTab tab, ServerWebExchange exchange) {
        return screen.sent(tab, exchange, form -> requests.answer(UnitForms.reply(form)))
                .flatMap(sent -> desk.reply(sent.holding(number), sent.what())
                        .flatMap(stored -> screen.acted(sent.by(), stored, answered(stored.state()))));
    }

    /** What the caller will read of what has been typed so far, and once it is whole what the check doubts; nothing is kept. */
    @AsksOnly
    @PostMapping("/reply-preview")
    Mono<Rendering> preview(@PathVariable String number, @RequestParam InboxTab tab, ServerWebExchange exchange) {
        return Mono.zip(screen.asked(tab, exchange), exchange.getFormData())
                .flatMap(said -> doubts(said.getT1().holding(number), said.getT2())
                        .map(doubts -> Rendering.view("pages/routing/beside :: preview")
                                .modelAttribute(
                                        "words",
                                        PersonalData.mask(Objects.requireNonNullElse(
                                                        said.getT2().getFirst("publicReply"), "")
                                                .strip()))
                                .modelAttribute("doubts", doubts)
                                .build()));
    }

    /** None while the form is not whole yet. */
    private Mono<List<ReplyDoubt>> doubts(Holding ticket, MultiValueMap<String, String> form) {
        return Mono.fromCallable(() -> requests.answer(UnitForms.reply(form)))
                .flatMap(answer -> desk.check(ticket, answer))
                .onErrorResume(Refused.class, unfinished -> Mono.just(List.of()));
    }

    /** 指派 to somebody of the roster. */
    @PostMapping("/assignment")
    Mono<Rendering> assign(@PathVariable String number, @RequestParam InboxTab tab, ServerWebExchange exchange) {
        return screen.sent(tab, exchange, form -> requests.account(new NamedRequest(form.getFirst("account"))))
                .flatMap(sent -> colleagues
                        .named(sent.by().unit(), "account", sent.what())
                        .flatMap(taker -> desk.assign(sent.holding(number), taker)
                                .flatMap(stored -> screen.acted(sent.by(), stored, "已指派给" + taker.name() + "。"))));
    }

    /** Lets somebody of the roster handle a confidential ticket. */
    @PostMapping("/named")
    Mono<Rendering> name(@PathVariable String number, @RequestParam InboxTab tab, ServerWebExchange exchange) {
        return screen.sent(tab, exchange, form -> requests.account(new NamedRequest(form.getFirst("account"))))
                .flatMap(sent -> colleagues
                        .named(sent.by().unit(), "account", sent.what())
                        .flatMap(clerk -> desk.name(sent.holding(number), clerk.account())
                                .flatMap(stored -> screen.acted(sent.by(), stored, "已指定" + clerk.name() + "经办。"))));
    }

    /** 不再协办. */
    @PostMapping("/co-units/end")
    Mono<Rendering> endHelp(@PathVariable String number, @RequestParam InboxTab tab, ServerWebExchange exchange) {
        return acted(
                number,
                tab,
                exchange,
                form -> dispatchRequests.end(UnitForms.endHelp(form)),
                (ticket, end) -> desks.endHelp(ticket, end.unit(), end.reason()),
                "已不再请该单位协办。");
    }

    private static String answered(Dispatch now) {
        return switch (now.status()) {
            case PENDING_FOLLOWUP -> "已答复，转入回访。";
            case REPLIED -> "已答复，等待热线审核。";
            default -> "已上报。";
        };
    }

    private String reason(MultiValueMap<String, String> form) {
        return dispatchRequests.reason(new ReasonRequest(form.getFirst("reason")));
    }

    private <T> Mono<Rendering> acted(
            String number,
            InboxTab tab,
            ServerWebExchange exchange,
            Function<MultiValueMap<String, String>, T> reading,
            BiFunction<Holding, T, Mono<Versioned<Dispatch>>> act,
            String words) {
        return screen.sent(tab, exchange, reading).flatMap(sent -> act.apply(sent.holding(number), sent.what())
                .flatMap(stored -> screen.acted(sent.by(), stored, words)));
    }
}
