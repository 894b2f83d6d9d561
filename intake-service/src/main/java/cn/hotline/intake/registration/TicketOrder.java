package cn.hotline.intake.registration;

import java.util.Arrays;
import java.util.Optional;

/** 排序: in which order a list of tickets comes. */
public enum TicketOrder {
    NEWEST_FIRST("-receivedAt"),
    OLDEST_FIRST("receivedAt");

    private final String code;

    TicketOrder(String code) {
        this.code = code;
    }

    /** As it is asked for: a field, with a dash before it when it descends. */
    public String code() {
        return code;
    }

    public static Optional<TicketOrder> of(String code) {
        return Arrays.stream(values()).filter(order -> order.code.equals(code)).findFirst();
    }
}
