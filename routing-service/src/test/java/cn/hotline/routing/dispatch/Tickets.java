package cn.hotline.routing.dispatch;

import cn.hotline.intake.contract.IntakeEvent.Matter;
import cn.hotline.intake.contract.IntakeEvent.Place;
import cn.hotline.intake.contract.IntakeEvent.Registration;
import cn.hotline.intake.contract.IntakeEvent.TicketCorrected;
import cn.hotline.intake.contract.IntakeEvent.TicketRegistered;
import java.time.Instant;

/** Tickets as intake registers them. */
public final class Tickets {

    /** A Monday morning in office hours. */
    public static final Instant MONDAY_TEN = Instant.parse("2026-11-23T02:00:00Z");

    private Tickets() {}

    /** Class and county are plain: goes to the county's government at once. */
    public static TicketRegistered plain(String number) {
        return registered(number, "物业公司长期不清理楼道垃圾", "南川西路某小区物业公司收了物业费，楼道卫生一直没人打扫，业委会多次反映物业不管。", "城中区南川西路", null);
    }

    /** Nothing in it that a rule could hold on to. */
    public static TicketRegistered unclear(String number) {
        return registered(number, "反映一件事", "想反映一件事情，说不太清楚，请尽快联系我。", null, null);
    }

    /** The matter of {@link #unclear} once the operator has asked again. */
    public static TicketCorrected clearedUp(String number) {
        return new TicketCorrected(
                number, plain(number).registration().matter(), "回访来电人补充了内容", MONDAY_TEN.plusSeconds(600));
    }

    /** Danger to life, at a place nobody knows. */
    public static TicketRegistered emergency(String number) {
        return registered(number, "有人被困", "有人被困在里面出不来，已经昏迷不醒，快来人。", null, null);
    }

    /** {@link #plain}, and the operator saw danger in it. */
    public static TicketRegistered dangerous(String number) {
        Matter plain = plain(number).registration().matter();
        Matter urgent = new Matter(
                plain.kind(),
                plain.title(),
                plain.content(),
                plain.place(),
                null,
                "EMERGENCY",
                null,
                plain.happenedAt());
        return registered(number, urgent, false);
    }

    /** {@link #plain}, but for named people only. */
    public static TicketRegistered confidential(String number) {
        return registered(number, plain(number).registration().matter(), true);
    }

    /** The same with another title. */
    public static TicketRegistered confidential(String number, String title) {
        Matter plain = plain(number).registration().matter();
        return registered(
                number,
                registered(number, title, plain.content(), plain.place().text(), null)
                        .registration()
                        .matter(),
                true);
    }

    /** Accuses the county that the catalogue would give it to. */
    public static TicketRegistered accusing(String number) {
        return registered(number, "举报城中区政府工作人员", "城中区政府工作人员收受物业公司好处费，包庇物业不打扫楼道。", "城中区南川西路", "HC-PROPERTY");
    }

    public static TicketRegistered registered(
            String number, String title, String content, String place, String category) {
        Matter matter = new Matter(
                "COMPLAINT",
                title,
                content,
                new Place(place, null, null, null),
                category,
                null,
                null,
                MONDAY_TEN.minusSeconds(3_600));
        return registered(number, matter, false);
    }

    private static TicketRegistered registered(String number, Matter matter, boolean confidential) {
        return new TicketRegistered(
                number,
                new Registration(
                        "PHONE", "CALL", null, "caller-7f3a", false, confidential, true, matter, MONDAY_TEN, null),
                MONDAY_TEN);
    }
}
