package cn.hotline.routing.dispatch.web;

import static java.util.Map.entry;

import cn.hotline.chassis.Aggregates.Versioned;
import cn.hotline.chassis.Refusal.General;
import cn.hotline.chassis.Refused;
import cn.hotline.routing.dispatch.Holding;
import cn.hotline.routing.dispatch.UnitDesk;
import cn.hotline.routing.dispatch.WrittenActs;
import cn.hotline.routing.dispatch.model.Dispatch;
import cn.hotline.routing.dispatch.web.UnitRequests.CoReplyRequest;
import cn.hotline.routing.dispatch.web.UnitRequests.ContactRequest;
import cn.hotline.routing.dispatch.web.UnitRequests.ExtensionRequest;
import cn.hotline.routing.dispatch.web.UnitRequests.ReplyRequest;
import cn.hotline.routing.dispatch.web.UnitRequests.ReturnRequest;
import java.util.Map;
import java.util.function.BiFunction;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The bodies that {@link HandlingController} takes, without a request around them. */
public final class JsonActs implements WrittenActs {

    private final JsonMapper json;
    private final Map<String, BiFunction<Holding, byte[], Mono<Versioned<Dispatch>>>> acts;

    public JsonActs(UnitDesk desk, UnitRequests requests, JsonMapper json) {
        this.json = json;
        this.acts = Map.ofEntries(
                entry("acknowledge", (ticket, body) -> {
                    read(body, Map.class);
                    return desk.acknowledge(ticket);
                }),
                entry(
                        "contact",
                        (ticket, body) -> desk.contact(ticket, requests.contact(read(body, ContactRequest.class)))),
                entry(
                        "return",
                        (ticket, body) -> desk.sendBack(ticket, requests.grounds(read(body, ReturnRequest.class)))),
                entry(
                        "extension",
                        (ticket, body) ->
                                desk.askForTime(ticket, requests.moreTime(read(body, ExtensionRequest.class)))),
                entry(
                        "co-reply",
                        (ticket, body) -> desk.coReply(ticket, requests.coReply(read(body, CoReplyRequest.class)))),
                entry("reply", (ticket, body) -> desk.reply(ticket, requests.answer(read(body, ReplyRequest.class)))));
    }

    @Override
    public Mono<Versioned<Dispatch>> carryOut(String act, Holding ticket, byte[] body) {
        return Mono.defer(() -> acts.get(act).apply(ticket, body));
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
}
