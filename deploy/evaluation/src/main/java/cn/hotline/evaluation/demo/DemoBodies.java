package cn.hotline.evaluation.demo;

import cn.hotline.evaluation.demo.DemoContact.DemoCall;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is sent, in the words of the public interface. The parts are always in the same order: the same key with other
 * bytes would be another request.
 */
final class DemoBodies {

    private DemoBodies() {}

    static Map<String, Object> call(DemoCall call) {
        return body(
                "line", "12345",
                "startedAt", call.startedAt().toString(),
                "endedAt", call.endedAt().toString(),
                "outcome", call.outcome());
    }

    /** @param callId empty for a ticket that belongs to no recorded call */
    static Map<String, Object> ticket(DemoTicket ticket, String callId, boolean withoutClass) {
        DemoText text = ticket.text();
        return body(
                "channel", ticket.channel(),
                "externalId", ticket.externalId(),
                "callId", callId.isEmpty() ? null : callId,
                "kind", text.kind(),
                "title", text.title(),
                "content", text.content(),
                "caller", caller(ticket.caller()),
                "place", place(text),
                "categoryCode", withoutClass ? null : text.category(),
                "hazard", ticket.hazard() ? body("kind", text.hazardKind(), "severity", "GENERAL") : null,
                "receivedAt", ticket.receivedAt().toString(),
                "disposition", ticket.forwarded() ? "FORWARD" : "ANSWER",
                "answer", ticket.forwarded() ? null : text.answer());
    }

    static Map<String, Object> recommendation(DemoText text) {
        return body("kind", text.kind(), "title", text.title(), "content", text.content(), "place", place(text));
    }

    static Map<String, Object> dispatch(String unit) {
        return body("unit", unit, "reason", "演示派单");
    }

    static Map<String, Object> contact() {
        return body("method", "PHONE", "note", "已电话联系来电人，核实了情况并说明处理安排");
    }

    /** @param files ids of what shows it; empty when the caller was spoken with */
    static Map<String, Object> reply(DemoTicket ticket, List<String> files) {
        String reply = ticket.text().unitReply();
        return body(
                "verified",
                true,
                "contacted",
                files.isEmpty(),
                "outcome",
                "SOLVED",
                "account",
                account(files.isEmpty()) + reply,
                "publicReply",
                reply,
                "attachments",
                files.isEmpty() ? null : files);
    }

    static String account(boolean contacted) {
        return contacted ? "工作人员已到现场核实，并与诉求人联系。" : "工作人员已到现场核实；诉求人匿名，不要求回复。";
    }

    static Map<String, Object> verdict(Opinion opinion) {
        return body(
                "contacted", true,
                "solved", opinion.solved,
                "satisfaction", opinion.satisfaction,
                "cause", opinion.cause,
                "words", opinion.words);
    }

    private static Map<String, Object> caller(DemoCaller caller) {
        return body(
                "name", caller.name(),
                "phone", caller.phone(),
                "anonymous", caller.anonymous(),
                "confidential", caller.confidential(),
                "wantsReply", !caller.anonymous());
    }

    private static Map<String, Object> place(DemoText text) {
        return body("text", text.placeText(), "divisionCode", text.divisionCode());
    }

    /** Names and values in turn; what is null is left out. */
    private static Map<String, Object> body(Object... namesAndValues) {
        Map<String, Object> body = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (namesAndValues[i + 1] != null) {
                body.put((String) namesAndValues[i], namesAndValues[i + 1]);
            }
        }
        return body;
    }
}
