package cn.hotline.intake.registration.web;

import cn.hotline.intake.registration.model.Disposition;
import cn.hotline.intake.registration.model.Ticket;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * 读号层: what the operator tells the caller once a ticket is registered.
 *
 * @param callId the call it was registered in; empty for a call of its own
 * @param shown the number in groups, as large print
 * @param spoken the number as it is read out
 * @param title what was done
 * @param promise what may be promised: only what is already certain
 */
record ReadBack(String number, String callId, String shown, String spoken, String title, String promise) {

    private static final Pattern BETWEEN_GROUPS = Pattern.compile("(?<=[A-Z])(?=\\d)|-");

    static ReadBack of(Ticket ticket, SpokenNumber spoken) {
        String number = ticket.number().value();
        String callId = ticket.registration().arrival().callId();
        List<String> groups = Stream.of(BETWEEN_GROUPS.split(number)).toList();
        Disposition disposition = ticket.registration().decision().disposition();
        return new ReadBack(
                number,
                callId == null ? "" : callId,
                String.join(" ", groups),
                String.join("　", groups.stream().map(spoken::of).toList()),
                title(disposition),
                promise(disposition));
    }

    private static String title(Disposition disposition) {
        return switch (disposition) {
            case FORWARD -> "已登记转办，请向来电人读出编号";
            case ANSWER -> "已直接答复办结，请向来电人读出编号";
            case REJECT -> "已记为不予受理，请向来电人说明理由和编号";
            case TRANSFER_OUT -> "已记为转其他热线，请向来电人读出编号";
        };
    }

    /** Before dispatch nobody knows who will answer or by when, but every grade speaks with the caller in a working day. */
    private static String promise(Disposition disposition) {
        return switch (disposition) {
            case FORWARD -> "您的诉求已经登记，24 小时内会有人与您联系。查询进度请报这个编号。";
            case ANSWER -> "您的问题已当场答复。还有疑问时请再拨 12345，报这个编号。";
            case REJECT -> "这件事不在热线受理范围，理由已向您说明。对此有意见，请报这个编号。";
            case TRANSFER_OUT -> "您的诉求已转相应热线处理，请保持电话畅通。";
        };
    }
}
