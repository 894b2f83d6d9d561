package cn.hotline.routing.unitsystem.model;

import cn.hotline.routing.contract.RoutingEvent.Unit;
import cn.hotline.routing.dispatch.model.Staff;
import cn.hotline.routing.dispatch.model.Viewer;
import cn.hotline.routing.units.model.Post;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 单位系统: a system of its own in which a unit handles its tickets.
 *
 * @param account acts in its name, and may fetch its notices
 * @param line whether it may use the broker (消息专线)
 * @param lineOpen whether the broker has let it in: rights and password are there
 * @param webhook null for none
 * @param caughtUp whether it has been told of the tickets the unit had when it was registered
 * @param active false after it was taken off
 * @param by account of who registered or changed it last
 * @param since when that was
 */
public record UnitSystem(
        Unit unit,
        String account,
        boolean line,
        boolean lineOpen,
        @Nullable Webhook webhook,
        boolean caughtUp,
        boolean active,
        String by,
        Instant since) {

    /** 登记, or change of what is registered; what it had and keeps stays as it is. */
    public static UnitSystem registered(@Nullable UnitSystem before, Unit unit, Wanted wanted, String by, Instant at) {
        boolean goesOn = before != null && before.active;
        Webhook known = goesOn ? before.webhook : null;
        Webhook webhook = wanted.webhook() == null
                ? null
                : new Webhook(wanted.webhook(), known == null ? wanted.webhookSecret() : known.secret());
        return new UnitSystem(
                unit,
                wanted.account(),
                wanted.line(),
                goesOn && wanted.line() && before.lineOpen,
                webhook,
                goesOn && before.caughtUp,
                true,
                by,
                at);
    }

    public UnitSystem withLineOpen() {
        return new UnitSystem(unit, account, line, line, webhook, caughtUp, active, by, since);
    }

    /** 换密钥: what it had is not good any more; the line opens with the next password. */
    public UnitSystem renewed(String webhookSecret, String whose, Instant at) {
        Webhook other = webhook == null ? null : new Webhook(webhook.url(), webhookSecret);
        return new UnitSystem(unit, account, line, false, other, caughtUp, active, whose, at);
    }

    public UnitSystem withAllTold() {
        return new UnitSystem(unit, account, line, lineOpen, webhook, true, active, by, since);
    }

    /** 停用. */
    public UnitSystem takenOff(String whose, Instant at) {
        return new UnitSystem(unit, account, false, false, null, false, false, whose, at);
    }

    /** By which ways it is sent its notices. */
    public List<Way> ways() {
        List<Way> ways = new ArrayList<>();
        if (active && lineOpen) {
            ways.add(Way.KAFKA);
        }
        if (active && webhook != null) {
            ways.add(Way.WEBHOOK);
        }
        return ways;
    }

    /** It sees what a clerk of its unit would see, and of a confidential ticket nothing until it is named. */
    public Viewer viewer(Instant at) {
        return Viewer.ofUnit(new Staff(account, unit.name() + "系统", unit, Post.CLERK), at);
    }

    /**
     * What somebody wants for a unit.
     *
     * @param webhook address; null for none
     * @param webhookSecret for a webhook that has none yet
     */
    public record Wanted(
            String account, boolean line, @Nullable String webhook, String webhookSecret) {}

    /**
     * 回调.
     *
     * @param secret both sides know it; kept as it is, since every notice is signed with it
     */
    public record Webhook(String url, String secret) {

        /** Never into a log. */
        @Override
        public String toString() {
            return "Webhook[" + url + "]";
        }
    }
}
