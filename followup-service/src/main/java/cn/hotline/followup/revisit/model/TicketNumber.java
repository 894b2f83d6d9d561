package cn.hotline.followup.revisit.model;

/** Number of a ticket (工单编号), such as {@code XN240618-000123}; given by intake, only quoted here. */
public record TicketNumber(String value) {

    @Override
    public String toString() {
        return value;
    }
}
