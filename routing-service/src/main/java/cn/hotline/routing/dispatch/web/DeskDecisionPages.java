package cn.hotline.routing.dispatch.web;

import cn.hotline.routing.dispatch.DispatchDesk;
import cn.hotline.routing.dispatch.SecrecyDesk;
import cn.hotline.routing.dispatch.web.DispatchRequests.ExtensionDecisionRequest;
import cn.hotline.routing.dispatch.web.DispatchRequests.ReplyDecisionRequest;
import cn.hotline.routing.dispatch.web.DispatchRequests.ReturnDecisionRequest;
import cn.hotline.routing.dispatch.web.DispatchRequests.RulingRequest;
import cn.hotline.routing.dispatch.web.DispatchRequests.SuspensionRequest;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What the hotline decides on the desk about tickets that units have, or that are kept from most. */
@Controller
@RequestMapping("/desk/{number}")
public final class DeskDecisionPages {

    private final DeskScreen screen;
    private final DispatchDesk desk;
    private final SecrecyDesk secrecyDesk;
    private final DispatchRequests requests;

    DeskDecisionPages(DeskScreen screen, DispatchDesk desk, SecrecyDesk secrecyDesk, DispatchRequests requests) {
        this.screen = screen;
        this.desk = desk;
        this.secrecyDesk = secrecyDesk;
        this.requests = requests;
    }

    /** 收回. */
    @PostMapping("/recall")
    Mono<Rendering> recall(@PathVariable String number, @RequestParam DeskTab tab, ServerWebExchange exchange) {
        return screen.reasoned(tab, exchange, sent -> desk.recall(sent.holding(number), sent.what())
                .flatMap(stored -> screen.acted(sent.by(), stored, "已收回，请重新派单。")));
    }

    /** 审核退单. */
    @PostMapping("/return-decision")
    Mono<Rendering> decide(@PathVariable String number, @RequestParam DeskTab tab, ServerWebExchange exchange) {
        return screen.sent(tab, exchange, form -> requests.verdict(decision(form)))
                .flatMap(sent -> desk.decideReturn(
                                sent.holding(number),
                                sent.what().approved(),
                                sent.what().next(),
                                sent.what().reason())
                        .flatMap(stored ->
                                screen.acted(sent.by(), stored, sent.what().approved() ? "已同意退单。" : "未同意退单，仍由原单位办理。")));
    }

    /** 裁定. */
    @PostMapping("/ruling")
    Mono<Rendering> rule(@PathVariable String number, @RequestParam DeskTab tab, ServerWebExchange exchange) {
        return screen.sent(
                        tab,
                        exchange,
                        form -> requests.ruled(new RulingRequest(form.getFirst("unit"), form.getFirst("reason"))))
                .flatMap(sent -> desk.rule(
                                sent.holding(number),
                                sent.what().owner(),
                                sent.what().reason())
                        .flatMap(stored -> screen.acted(
                                sent.by(), stored, "已裁定由" + sent.what().owner().name() + "办理。")));
    }

    /** 审批延期. */
    @PostMapping("/extension-decision")
    Mono<Rendering> decideExtension(
            @PathVariable String number, @RequestParam DeskTab tab, ServerWebExchange exchange) {
        return screen.sent(
                        tab,
                        exchange,
                        form -> requests.said(new ExtensionDecisionRequest(
                                "true".equals(form.getFirst("approved")), form.getFirst("reason"))))
                .flatMap(sent -> desk.decideExtension(
                                sent.holding(number),
                                sent.what().approved(),
                                sent.what().reason())
                        .flatMap(stored ->
                                screen.acted(sent.by(), stored, sent.what().approved() ? "已同意延期。" : "未同意延期，原期限不变。")));
    }

    /** 审核答复. */
    @PostMapping("/reply-decision")
    Mono<Rendering> decideReply(@PathVariable String number, @RequestParam DeskTab tab, ServerWebExchange exchange) {
        return screen.sent(
                        tab,
                        exchange,
                        form -> requests.said(new ReplyDecisionRequest(
                                "true".equals(form.getFirst("accepted")), form.getFirst("reason"))))
                .flatMap(sent -> desk.decideReply(
                                sent.holding(number),
                                sent.what().approved(),
                                sent.what().reason())
                        .flatMap(stored ->
                                screen.acted(sent.by(), stored, sent.what().approved() ? "答复已通过，转入回访。" : "答复已退回重办。")));
    }

    /** 挂账. */
    @PostMapping("/suspension")
    Mono<Rendering> suspend(@PathVariable String number, @RequestParam DeskTab tab, ServerWebExchange exchange) {
        return screen.sent(
                        tab,
                        exchange,
                        form -> requests.stop(new SuspensionRequest(
                                form.getFirst("reason"),
                                UnitForms.day("reviewOn", form.getFirst("reviewOn")),
                                form.getFirst("approvedBy"))))
                .flatMap(sent -> desk.suspend(
                                sent.holding(number),
                                sent.what().reason(),
                                sent.what().reviewOn(),
                                sent.what().approvedBy())
                        .flatMap(stored -> screen.acted(sent.by(), stored, "已挂账，到复核日会再排到前面。")));
    }

    /** 销账. */
    @PostMapping("/write-off")
    Mono<Rendering> writeOff(@PathVariable String number, @RequestParam DeskTab tab, ServerWebExchange exchange) {
        return screen.reasoned(tab, exchange, sent -> desk.writeOff(sent.holding(number), sent.what())
                .flatMap(stored -> screen.acted(sent.by(), stored, "已销账，由承办单位答复来电人。")));
    }

    /** 恢复办理 of what is suspended. */
    @PostMapping("/resumption")
    Mono<Rendering> resume(@PathVariable String number, @RequestParam DeskTab tab, ServerWebExchange exchange) {
        return screen.sent(tab, exchange, form -> form).flatMap(sent -> desk.resume(sent.holding(number))
                .flatMap(stored -> screen.acted(sent.by(), stored, "已恢复办理。")));
    }

    /** 请协办. */
    @PostMapping("/co-units")
    Mono<Rendering> askForHelp(@PathVariable String number, @RequestParam DeskTab tab, ServerWebExchange exchange) {
        return screen.sent(tab, exchange, form -> requests.help(UnitForms.help(form)))
                .flatMap(sent -> desk.askForHelp(sent.holding(number), sent.what())
                        .flatMap(stored -> screen.acted(sent.by(), stored, "已请协办。")));
    }

    /** 不再协办. */
    @PostMapping("/co-units/end")
    Mono<Rendering> endHelp(@PathVariable String number, @RequestParam DeskTab tab, ServerWebExchange exchange) {
        return screen.sent(tab, exchange, form -> requests.end(UnitForms.endHelp(form)))
                .flatMap(sent -> desk.endHelp(
                                sent.holding(number),
                                sent.what().unit(),
                                sent.what().reason())
                        .flatMap(stored -> screen.acted(sent.by(), stored, "已不再请该单位协办。")));
    }

    /** 署名查看. */
    @PostMapping("/sight")
    Mono<Rendering> take(@PathVariable String number, @RequestParam DeskTab tab, ServerWebExchange exchange) {
        return screen.reasoned(tab, exchange, sent -> secrecyDesk
                .take(sent.by().viewer(), DispatchController.parsed(number), sent.what())
                .flatMap(stored -> screen.acted(sent.by(), stored, "已署名，可以查看。")));
    }

    /** 应急查看. */
    @PostMapping("/break-glass")
    Mono<Rendering> need(@PathVariable String number, @RequestParam DeskTab tab, ServerWebExchange exchange) {
        return screen.reasoned(tab, exchange, sent -> secrecyDesk
                .need(sent.by().viewer(), DispatchController.parsed(number), sent.what())
                .flatMap(stored -> screen.acted(
                        sent.by(),
                        stored,
                        stored.state().opensTo(sent.by().viewer()) ? "两人已确认，半小时内可以查看。" : "已申请，请另一人在十五分钟内确认。")));
    }

    /** 解除回避. */
    @PostMapping("/concerns/{unit}/lift")
    Mono<Rendering> clear(
            @PathVariable String number,
            @PathVariable String unit,
            @RequestParam DeskTab tab,
            ServerWebExchange exchange) {
        return screen.reasoned(tab, exchange, sent -> desk.clear(sent.holding(number), unit, sent.what())
                .flatMap(stored -> screen.acted(sent.by(), stored, "已解除回避。")));
    }

    /** A unit chosen without need does not matter where the return is not approved. */
    private static ReturnDecisionRequest decision(MultiValueMap<String, String> form) {
        boolean approved = "true".equals(form.getFirst("approved"));
        String unit = form.getFirst("unit");
        return new ReturnDecisionRequest(
                approved, approved && unit != null && !unit.isBlank() ? unit : null, form.getFirst("reason"));
    }
}
