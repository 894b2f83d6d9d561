package cn.hotline.intake.merging.web;

import cn.hotline.chassis.web.Fields;
import cn.hotline.intake.registration.model.TicketNumber;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A merge as it is sent. */
record MergeRequest(
        @Nullable String master,
        @Nullable List<@Nullable String> duplicates,
        @Nullable String reason) {

    private static final int MOST = 50;
    private static final int LONGEST_NUMBER = 40;
    private static final int LONGEST_REASON = 200;

    /**
     * @param prefix stands before a number that is sent as digits alone
     * @throws cn.hotline.chassis.Refused when anything is at fault
     */
    Read read(String prefix) {
        Fields fields = new Fields();
        Optional<TicketNumber> leader = number(fields, "master", master, prefix);
        List<@Nullable String> sent = duplicates == null ? List.of() : duplicates;
        fields.check(!sent.isEmpty(), "duplicates", "请填写要并入的工单编号");
        fields.check(sent.size() <= MOST, "duplicates", "一次最多并入 " + MOST + " 张工单");
        List<TicketNumber> others = sent.stream()
                .limit(MOST)
                .map(number -> number(fields, "duplicates", number, prefix))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        fields.check(leader.filter(others::contains).isEmpty(), "master", "工单不能并入它自己，请换一张主单");
        String why = fields.required("reason", reason, LONGEST_REASON);
        fields.refuseFaults();
        return new Read(leader.orElseThrow(), others, why);
    }

    private static Optional<TicketNumber> number(Fields fields, String field, @Nullable String sent, String prefix) {
        String text = fields.required(field, sent, LONGEST_NUMBER);
        Optional<TicketNumber> number = TicketNumber.read(text, prefix);
        fields.check(text.isEmpty() || number.isPresent(), field, "“" + Fields.shortened(text) + "”不是工单编号");
        return number;
    }

    record Read(TicketNumber master, List<TicketNumber> duplicates, String reason) {}
}
