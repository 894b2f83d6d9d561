package cn.hotline.routing.unitsystem.model;

import cn.hotline.chassis.Refusal.General;
import cn.hotline.chassis.Refused;
import cn.hotline.chassis.Refused.FieldError;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * 对账清单: which tickets a unit's system has open, and how they stand there.
 *
 * @param asOf when the list was made; null for just now
 * @param statuses status there, by ticket number
 */
public record OpenList(@Nullable Instant asOf, Map<String, String> statuses) {

    private static final int MOST = 10_000;
    private static final String NUMBER = "[0-9A-Z-]{1,40}";
    private static final String STATUS = "[0-9A-Z_]{1,40}";

    public OpenList {
        statuses = Map.copyOf(statuses);
    }

    /** The list as it is sent. */
    public record Sent(@Nullable Instant asOf, @Nullable List<Entry> tickets) {

        /** @throws Refused when it cannot be used */
        public OpenList read() {
            refuseUnless(tickets != null, "请给出在办工单清单，没有在办工单时给空清单");
            refuseUnless(tickets.size() <= MOST, "一次最多 " + MOST + " 件");
            Map<String, String> statuses = new LinkedHashMap<>();
            for (Entry entry : tickets) {
                refuseUnless(
                        entry != null
                                && entry.number() != null
                                && entry.number().matches(NUMBER),
                        "每一件都要有工单编号");
                refuseUnless(entry.status() != null && entry.status().matches(STATUS), "每一件都要有状态代码");
                refuseUnless(statuses.put(entry.number(), entry.status()) == null, "同一件工单只能列一次");
            }
            return new OpenList(asOf, statuses);
        }

        private static void refuseUnless(boolean condition, String detail) {
            if (!condition) {
                throw new Refused(General.INVALID, List.of(new FieldError("tickets", detail)));
            }
        }
    }

    /** @param status code, as in routing's {@code status} */
    public record Entry(@Nullable String number, @Nullable String status) {}
}
