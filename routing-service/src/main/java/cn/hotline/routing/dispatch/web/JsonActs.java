package cn.hotline.routing.dispatch.web;

import static java.util.Map.entry;

import cn.hotline.chassis.Aggregates.Versioned;
import cn.hotline.chassis.Refusal.General;
import cn.hotline.chassis.Refused;
import cn.hotline.routing.dispatch.DispatchDesk;
import cn.hotline.routing.dispatch.Holding;
import cn.hotline.routing.dispatch.UnitDesk;
import cn.hotline.routing.dispatch.WrittenActs;
import cn.hotline.routing.dispatch.model.Dispatch;
import cn.hotline.routing.dispatch.web.DispatchRequests.CoUnitsRequest;
import cn.hotline.routing.dispatch.web.DispatchRequests.HelpEndRequest;
import cn.hotline.routing.dispatch.web.DispatchRequests.ReasonRequest;
import cn.hotline.routing.dispatch.web.DispatchRequests.ReclassificationRequest;
import cn.hotline.routing.dispatch.web.UnitRequests.CoReplyRequest;
import cn.hotline.routing.dispatch.web.UnitRequests.ContactRequest;
import cn.hotline.routing.dispatch.web.UnitRequests.ExtensionRequest;
import cn.hotline.routing.dispatch.web.UnitRequests.PassDownRequest;
import cn.hotline.routing.dispatch.web.UnitRequests.ReplyRequest;
import cn.hotline.routing.dispatch.web.UnitRequests.ReturnRequest;
import cn.hotline.routing.dispatch.web.UnitRequests.WhistleRequest;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The bodies that {@link HandlingController} takes, and of {@link DispatchController} what units do, without a request around them. */
public final class JsonActs implements WrittenActs {

    private final JsonMapper json;
    private final Map<String, Written> acts;

    public JsonActs(
            UnitDesk desk, UnitRequests requests, DispatchDesk dispatching, DispatchRequests theirs, JsonMapper json) {
        this.json = json;
        this.acts = Map.ofEntries(
                entry("acknowledge", bare(desk::acknowledge)),
                entry("contact", with(ContactRequest.class, requests::contact, desk::contact)),
                entry("return", with(ReturnRequest.class, requests::grounds, desk::sendBack)),
                entry("extension", with(ExtensionRequest.class, requests::moreTime, desk::askForTime)),
                entry("co-reply", with(CoReplyRequest.class, requests::coReply, desk::coReply)),
                entry("reply", with(ReplyRequest.class, requests::answer, desk::reply)),
                entry(
                        "pass-down",
                        with(
                                PassDownRequest.class,
                                requests::passDown,
                                (ticket, passed) -> desk.passDown(ticket, passed.to(), passed.note()))),
                entry("hand-back", with(ReasonRequest.class, requests::reason, desk::handBack)),
                entry("take-back", with(ReasonRequest.class, requests::reason, desk::takeBack)),
                entry("whistle", with(WhistleRequest.class, requests::whistle, desk::whistle)),
                entry("check-in", bare(desk::checkIn)),
                entry("co-units", with(CoUnitsRequest.class, theirs::help, dispatching::askForHelp)),
                entry(
                        "co-units/end",
                        with(
                                HelpEndRequest.class,
                                theirs::end,
                                (ticket, ended) -> dispatching.endHelp(ticket, ended.unit(), ended.reason()))),
                entry("reclassification", with(ReclassificationRequest.class, theirs::topic, dispatching::reclassify)));
    }

    @Override
    public Mono<Versioned<Dispatch>> carryOut(String act, Holding ticket, byte[] body) {
        return Mono.defer(() -> acts.get(act).carryOut(ticket, body));
    }

    private <R, V> Written with(
            Class<R> type, Function<R, V> reading, BiFunction<Holding, V, Mono<Versioned<Dispatch>>> act) {
        return (ticket, body) -> act.apply(ticket, reading.apply(read(body, type)));
    }

    private Written bare(Function<Holding, Mono<Versioned<Dispatch>>> act) {
        return (ticket, body) -> {
            read(body, Map.class);
            return act.apply(ticket);
        };
    }

    /** {@code null}, as a body may be, is no request either. */
    private <T> T read(byte[] body, Class<T> type) {
        try {
            T read = json.readValue(body, type);
            Refused.unless(read != null, General.INVALID);
            return read;
        } catch (JacksonException unreadable) {
            throw new Refused(General.INVALID);
        }
    }

    /** One act with the body it comes in. */
    @FunctionalInterface
    private interface Written {

        Mono<Versioned<Dispatch>> carryOut(Holding ticket, byte[] body);
    }
}
