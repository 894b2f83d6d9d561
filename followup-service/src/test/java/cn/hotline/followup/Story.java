package cn.hotline.followup;

import cn.hotline.intake.contract.IntakeEvent.Matter;
import cn.hotline.intake.contract.IntakeEvent.Place;
import cn.hotline.intake.contract.IntakeEvent.Registration;
import cn.hotline.intake.contract.IntakeEvent.TicketCorrected;
import cn.hotline.intake.contract.IntakeEvent.TicketRegistered;
import cn.hotline.routing.contract.RoutingEvent.Deadlines;
import cn.hotline.routing.contract.RoutingEvent.ReplyDecided;
import cn.hotline.routing.contract.RoutingEvent.Rule;
import cn.hotline.routing.contract.RoutingEvent.TicketDispatched;
import cn.hotline.routing.contract.RoutingEvent.TicketReplied;
import cn.hotline.routing.contract.RoutingEvent.Unit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One ticket as the neighbours tell of it: a broken light in a stairway of 城西区. */
public final class Story {

    public static final String NUMBER = "XN240618-000123";
    public static final Unit CHENGXI = new Unit("630104", "城西区人民政府");

    /** 2024-06-18 09:12 in Xining. */
    public static final Instant REGISTERED = Instant.parse("2024-06-18T01:12:00Z");

    public static final Instant REPLIED = REGISTERED.plus(Duration.ofDays(2));

    private Story() {}

    public static TicketRegistered registered() {
        return registered(NUMBER, true);
    }

    public static TicketRegistered registered(String number, boolean wantsReply) {
        return registered(number, false, wantsReply);
    }

    /** For named people only. */
    public static TicketRegistered confidential() {
        return registered(NUMBER, true, true);
    }

    private static TicketRegistered registered(String number, boolean confidential, boolean wantsReply) {
        Registration registration = new Registration(
                "PHONE",
                "CALL",
                null,
                "c-7f3a",
                false,
                confidential,
                wantsReply,
                matter("2 单元楼道照明不亮"),
                REGISTERED,
                null);
        return new TicketRegistered(number, registration, REGISTERED);
    }

    public static TicketCorrected corrected(String title) {
        return new TicketCorrected(NUMBER, matter(title), "来电人更正", REGISTERED.plusSeconds(600));
    }

    public static TicketDispatched dispatched() {
        return dispatched(NUMBER, CHENGXI, REGISTERED.plusSeconds(60));
    }

    public static TicketDispatched dispatched(String number, Unit unit, Instant at) {
        Deadlines deadlines =
                new Deadlines(at.plus(Duration.ofHours(4)), at.plus(Duration.ofDays(1)), at.plus(Duration.ofDays(3)));
        return new TicketDispatched(
                number,
                unit,
                List.of(),
                "HC-PROPERTY",
                "物业服务",
                "GENERAL",
                new Rule("R-1", "1", "物业服务由县区办理"),
                deadlines,
                deadlines,
                "AUTO",
                at);
    }

    public static TicketReplied replied() {
        return replied(NUMBER, "SOLVED", REPLIED);
    }

    public static TicketReplied replied(String number, String outcome, Instant at) {
        return new TicketReplied(
                number,
                CHENGXI,
                true,
                true,
                at.minusSeconds(3_600),
                outcome,
                "已更换 2 单元楼道灯具 6 盏，现场试亮正常。",
                true,
                null,
                null,
                "unit-630104",
                at);
    }

    public static ReplyDecided accepted() {
        return accepted(NUMBER, REPLIED);
    }

    public static ReplyDecided accepted(String number, Instant at) {
        return new ReplyDecided(number, true, null, "AUTO", at);
    }

    public static ReplyDecided sentBack(String reason) {
        return new ReplyDecided(NUMBER, false, reason, "审核员", REPLIED);
    }

    private static Matter matter(@Nullable String title) {
        return new Matter(
                "HELP",
                title,
                "海湖花园 5 号楼 2 单元楼道照明一个月不亮，老人上下楼不便，要求尽快修复。",
                new Place("城西区海湖花园 5 号楼 2 单元", "630104", null, null),
                null,
                null,
                null,
                null);
    }
}
