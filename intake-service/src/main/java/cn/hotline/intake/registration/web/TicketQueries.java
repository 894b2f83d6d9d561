package cn.hotline.intake.registration.web;

import cn.hotline.chassis.ChassisWiring;
import cn.hotline.chassis.web.Fields;
import cn.hotline.chassis.web.Page;
import cn.hotline.intake.codes.Channels;
import cn.hotline.intake.codes.Codes;
import cn.hotline.intake.registration.TicketFilter;
import cn.hotline.intake.registration.TicketFilter.Received;
import cn.hotline.intake.registration.TicketFilter.Sought;
import cn.hotline.intake.registration.TicketFilter.Traits;
import cn.hotline.intake.registration.TicketOrder;
import cn.hotline.intake.registration.model.Kind;
import cn.hotline.intake.registration.model.TicketNumber;
import cn.hotline.intake.registration.model.TicketStatus;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Reads what a list is asked for; the same for the API and for the page. */
final class TicketQueries {

    private static final int LONGEST_CODE = 50;
    private static final int LONGEST_WORDS = 50;

    /** Words are sought in every text of the days asked for, so without days not in all years. */
    private static final int DAYS_SOUGHT = 31;

    private final Channels channels;
    private final Codes codes;
    private final String prefix;
    private final Clock clock;

    TicketQueries(Channels channels, Codes codes, String prefix, Clock clock) {
        this.channels = channels;
        this.codes = codes;
        this.prefix = prefix;
        this.clock = clock;
    }

    /** @throws cn.hotline.chassis.Refused when anything is at fault */
    TicketFilter filter(TicketQuery asked) {
        Fields fields = new Fields();
        String q = fields.optional("q", asked.q(), LONGEST_WORDS);
        TicketNumber number = q == null ? null : TicketNumber.read(q, prefix).orElse(null);
        String words = q == null || number != null ? null : q.strip();
        fields.check(words == null || words.codePointCount(0, words.length()) >= 2, "q", "请至少输入两个字");
        Traits traits = new Traits(
                fields.code("status", asked.status(), TicketStatus.class),
                fields.code("kind", asked.kind(), Kind.class),
                known(
                        fields,
                        "channel",
                        asked.channel(),
                        channels.find(text(asked.channel())).isPresent()),
                known(
                        fields,
                        "category",
                        asked.category(),
                        codes.category(text(asked.category())).isPresent()),
                known(
                        fields,
                        "county",
                        asked.county(),
                        codes.division(text(asked.county())).isPresent()));
        Received received = new Received(firstMoment(asked, words), afterLastMoment(asked));
        fields.check(
                asked.from() == null || asked.to() == null || !asked.from().isAfter(asked.to()),
                "from",
                "开始日期不能晚于结束日期");
        fields.refuseFaults();
        return new TicketFilter(new Sought(number, words, null, null), traits, received);
    }

    /** @throws cn.hotline.chassis.Refused when the order is unknown */
    TicketOrder order(TicketQuery asked) {
        Fields fields = new Fields();
        TicketOrder order = asked.sort() == null || asked.sort().isBlank()
                ? TicketOrder.NEWEST_FIRST
                : TicketOrder.of(asked.sort()).orElse(null);
        fields.check(order != null, "sort", "只能按 receivedAt 或 -receivedAt 排序");
        fields.refuseFaults();
        return order == null ? TicketOrder.NEWEST_FIRST : order;
    }

    private @Nullable Instant firstMoment(TicketQuery asked, @Nullable String words) {
        if (asked.from() != null) {
            return startOf(asked.from());
        }
        LocalDate last = asked.to() == null ? LocalDate.ofInstant(clock.instant(), ChassisWiring.ZONE) : asked.to();
        return words == null ? null : startOf(last.minusDays(DAYS_SOUGHT - 1L));
    }

    private static @Nullable Instant afterLastMoment(TicketQuery asked) {
        return asked.to() == null ? null : startOf(asked.to().plusDays(1));
    }

    private static @Nullable String known(Fields fields, String field, @Nullable String code, boolean known) {
        String read = fields.optional(field, code, LONGEST_CODE);
        fields.check(read == null || known, field, "没有“" + Fields.shortened(text(read)) + "”这个代码");
        return read;
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ChassisWiring.ZONE).toInstant();
    }

    /**
     * What is asked for, as it stands in the address.
     *
     * @param q a ticket number, or two characters and more of title or content
     * @param county code of a county, street or community
     * @param from first day of receipt; with words and without days the last {@value #DAYS_SOUGHT} days are searched
     * @param to last day of receipt
     */
    record TicketQuery(
            @Nullable String q,
            @Nullable String status,
            @Nullable String kind,
            @Nullable String category,
            @Nullable String channel,
            @Nullable String county,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String sort,
            @Nullable Integer page,
            @Nullable Integer size) {

        Page.Asked part() {
            return new Page.Asked(page == null ? 0 : page, size == null ? 20 : size);
        }
    }
}
