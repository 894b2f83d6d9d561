package cn.hotline.routing.dispatch;

import cn.hotline.chassis.Termed;
import cn.hotline.routing.dispatch.model.Staff;
import cn.hotline.routing.dispatch.model.TicketNumber;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * 正在填写: who writes what about a ticket right now. Kept in memory for as long as they go on, and never what they write.
 * Thread-safe.
 */
public final class Writers {

    /** Whoever says nothing for so long has stopped. */
    public static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Map<Seat, Writer> writing = new ConcurrentHashMap<>();
    private final Clock clock;

    public Writers(Clock clock) {
        this.clock = clock;
    }

    /** Somebody goes on writing. @return whether that is news */
    public boolean writes(String tenant, TicketNumber ticket, Staff by, What what) {
        Instant now = clock.instant();
        writing.values().removeIf(writer -> !writer.until().isAfter(now));
        Writer before = writing.put(
                new Seat(tenant, ticket, by.account()), new Writer(by.account(), by.name(), what, now.plus(PATIENCE)));
        return before == null || before.what() != what;
    }

    /** Somebody has stopped. @return whether that is news */
    public boolean stops(String tenant, TicketNumber ticket, Staff by) {
        return writing.remove(new Seat(tenant, ticket, by.account())) != null;
    }

    /** Who else writes, by name. */
    public List<Writer> beside(String tenant, TicketNumber ticket, Staff asking) {
        Instant now = clock.instant();
        return writing.entrySet().stream()
                .filter(seat -> seat.getKey().tenant().equals(tenant)
                        && seat.getKey().ticket().equals(ticket))
                .map(Map.Entry::getValue)
                .filter(writer ->
                        writer.until().isAfter(now) && !writer.account().equals(asking.account()))
                .sorted(Comparator.comparing(Writer::name))
                .toList();
    }

    private record Seat(String tenant, TicketNumber ticket, String account) {}

    /** Somebody who writes, until then at least. */
    public record Writer(String account, String name, What what, Instant until) {

        /** 刘海峰正在填写答复. */
        public String words() {
            return name + "正在填写" + what.term();
        }
    }

    /** What is being written. */
    public enum What implements Termed {
        REPLY("答复"),
        CONTACT("联系情况"),
        RETURN("退单理由"),
        PASS_DOWN("转办意见"),
        EXTENSION("延期申请"),
        HELP("协办请求"),
        CO_REPLY("协办意见"),
        TAKE_BACK("收回理由"),
        HAND_BACK("退回理由"),
        CATEGORY("分类"),
        DISPATCH("派单意见"),
        SUSPENSION("挂账意见"),
        DECISION("审核意见");

        private final String term;

        What(String term) {
            this.term = term;
        }

        @Override
        public String term() {
            return term;
        }
    }
}
