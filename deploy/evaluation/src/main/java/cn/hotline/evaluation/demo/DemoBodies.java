package cn.hotline.evaluation.demo;

import cn.hotline.evaluation.demo.DemoContact.DemoCall;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is sent, in the words of the public interface. */
final class DemoBodies {

    private DemoBodies() {}

    static Map<String, Object> call(DemoCall call) {
        return Map.of(
                "line",
                "12345",
                "startedAt",
                call.startedAt().toString(),
                "endedAt",
                call.endedAt().toString(),
                "outcome",
                call.outcome());
    }

    /** @param callId empty for a ticket that belongs to no recorded call */
    static Map<String, Object> ticket(DemoTicket ticket, String callId, boolean withoutClass) {
        DemoText text = ticket.text();
        Map<String, Object> body = new HashMap<>(Map.of(
                "channel",
                ticket.channel(),
                "externalId",
                ticket.externalId(),
                "kind",
                text.kind(),
                "title",
                text.title(),
                "content",
                text.content(),
                "caller",
                caller(ticket.caller()),
                "place",
                place(text),
                "receivedAt",
                ticket.receivedAt().toString(),
                "disposition",
                ticket.forwarded() ? "FORWARD" : "ANSWER"));
        putIfPresent(body, "callId", callId.isEmpty() ? null : callId);
        putIfPresent(body, "categoryCode", withoutClass ? null : text.category());
        putIfPresent(body, "answer", ticket.forwarded() ? null : text.answer());
        putIfPresent(
                body, "hazard", ticket.hazard() ? Map.of("kind", text.hazardKind(), "severity", "GENERAL") : null);
        return body;
    }

    static Map<String, Object> recommendation(DemoText text) {
        return Map.of("kind", text.kind(), "title", text.title(), "content", text.content(), "place", place(text));
    }

    static Map<String, Object> reply(DemoTicket ticket) {
        String reply = ticket.text().unitReply();
        boolean contacted = !ticket.caller().anonymous();
        return Map.of(
                "verified", true,
                "contacted", contacted,
                "outcome", "SOLVED",
                "account", "已到现场核实" + (contacted ? "并与诉求人联系。" : "。") + reply,
                "publicReply", reply);
    }

    static Map<String, Object> verdict(Opinion opinion) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "contacted", true,
                "solved", opinion.solved,
                "satisfaction", opinion.satisfaction,
                "words", opinion.words));
        putIfPresent(body, "cause", opinion.cause);
        return body;
    }

    private static Map<String, Object> caller(DemoCaller caller) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "phone", caller.phone(),
                "anonymous", caller.anonymous(),
                "confidential", caller.confidential(),
                "wantsReply", !caller.anonymous()));
        putIfPresent(body, "name", caller.name());
        return body;
    }

    private static Map<String, Object> place(DemoText text) {
        Map<String, Object> body = new HashMap<>();
        putIfPresent(body, "text", text.placeText());
        putIfPresent(body, "divisionCode", text.divisionCode());
        return body;
    }

    private static void putIfPresent(Map<String, Object> body, String name, @Nullable Object value) {
        if (value != null) {
            body.put(name, value);
        }
    }
}
