package cn.hotline.intake.registration.web;

import cn.hotline.chassis.ChassisWiring;
import cn.hotline.chassis.web.Fields;
import cn.hotline.intake.callers.model.Identity;
import cn.hotline.intake.callers.model.PhoneNumber;
import cn.hotline.intake.codes.Channels;
import cn.hotline.intake.codes.Codes;
import cn.hotline.intake.codes.model.Channel;
import cn.hotline.intake.codes.model.ChannelFamily;
import cn.hotline.intake.codes.model.Division;
import cn.hotline.intake.registration.NewTicket;
import cn.hotline.intake.registration.model.Arrival;
import cn.hotline.intake.registration.model.Caller.Wishes;
import cn.hotline.intake.registration.model.Decision;
import cn.hotline.intake.registration.model.Disposition;
import cn.hotline.intake.registration.model.Hazard;
import cn.hotline.intake.registration.model.HazardKind;
import cn.hotline.intake.registration.model.HazardSeverity;
import cn.hotline.intake.registration.model.Kind;
import cn.hotline.intake.registration.model.Matter;
import cn.hotline.intake.registration.model.Place;
import cn.hotline.intake.registration.model.Urgency;
import cn.hotline.intake.registration.web.TicketRequest.CallerRequest;
import cn.hotline.intake.registration.web.TicketRequest.CorrectionRequest;
import cn.hotline.intake.registration.web.TicketRequest.HazardRequest;
import cn.hotline.intake.registration.web.TicketRequest.PlaceRequest;
import cn.hotline.intake.registration.web.TicketRequest.SupplementRequest;
import cn.hotline.intake.registration.web.TicketRequest.UrgeRequest;
import cn.hotline.intake.registration.web.TicketRequest.WithdrawalRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads what was sent into values, or refuses it whole with everything that is wrong. */
final class TicketReader {

    private static final int LONGEST_TEXT = 4_000;
    private static final int LONGEST_TITLE = 100;
    private static final int LONGEST_LINE = 200;
    private static final int LONGEST_NAME = 50;
    private static final int LONGEST_PHONE = 30;
    private static final int LONGEST_ID = 40;
    private static final int MOST_ATTACHMENTS = 10;

    /** Stands in for a channel that is not known, until the request is refused for it. */
    private static final Channel NOWHERE = new Channel("", ChannelFamily.PARTNER, "");

    /** Nothing anybody still complains of happened before; and a store keeps no moment of any size. */
    private static final Duration LIVING_MEMORY = Duration.ofDays(36_525);

    private final Channels channels;
    private final Codes codes;
    private final Clock clock;

    TicketReader(Channels channels, Codes codes, Clock clock) {
        this.channels = channels;
        this.codes = codes;
        this.clock = clock;
    }

    /** @throws cn.hotline.chassis.Refused when anything is at fault */
    NewTicket read(TicketRequest sent) {
        Fields fields = new Fields();
        NewTicket read = new NewTicket(
                arrival(fields, sent),
                identity(fields, sent),
                wishes(sent),
                matter(fields, sent),
                decision(fields, sent),
                attachments(fields, sent.attachments()));
        fields.refuseFaults();
        return read;
    }

    /** A correction of a matter: what is not sent stays as it is. */
    Matter correct(CorrectionRequest sent, Matter before) {
        Fields fields = new Fields();
        String content = fields.optional("content", sent.content(), LONGEST_TEXT);
        String title = fields.optional("title", sent.title(), LONGEST_TITLE);
        Place place = sent.place() == null ? before.place() : place(fields, sent.place());
        String category = category(fields, sent.categoryCode());
        Kind kind = fields.code("kind", sent.kind(), Kind.class, before.kind());
        fields.refuseFaults();
        return new Matter(
                kind,
                title == null ? before.title() : title,
                content == null ? before.content() : content,
                place,
                category == null ? before.category() : category,
                before.urgency(),
                before.hazard(),
                before.happenedAt());
    }

    /** Why a correction is made. */
    String reason(CorrectionRequest sent) {
        Fields fields = new Fields();
        String reason = fields.required("reason", sent.reason(), LONGEST_LINE);
        fields.refuseFaults();
        return reason;
    }

    /** What a caller adds. */
    SupplementRequest.Read read(SupplementRequest sent) {
        Fields fields = new Fields();
        SupplementRequest.Read read = new SupplementRequest.Read(
                fields.required("content", sent.content(), LONGEST_TEXT), attachments(fields, sent.attachments()));
        fields.refuseFaults();
        return read;
    }

    /** What a caller says who presses; null when nothing was written. */
    @Nullable
    String read(UrgeRequest sent) {
        Fields fields = new Fields();
        String note = fields.optional("note", sent.note(), LONGEST_LINE);
        fields.refuseFaults();
        return note;
    }

    /** Why a caller no longer wants it handled. */
    String read(WithdrawalRequest sent) {
        Fields fields = new Fields();
        String reason = fields.required("reason", sent.reason(), LONGEST_LINE);
        fields.refuseFaults();
        return reason;
    }

    /** A phone number; null when absent or at fault. */
    @Nullable
    PhoneNumber phone(Fields fields, String field, @Nullable String sent) {
        String text = fields.optional(field, sent, LONGEST_PHONE);
        PhoneNumber phone = text == null ? null : PhoneNumber.read(text).orElse(null);
        fields.check(text == null || phone != null, field, "号码只能由数字、空格和短横组成，3 至 20 位");
        return phone;
    }

    private Arrival arrival(Fields fields, TicketRequest sent) {
        String code = fields.required("channel", sent.channel(), LONGEST_LINE);
        Channel channel = channels.find(code).orElse(NOWHERE);
        fields.check(code.isEmpty() || channel != NOWHERE, "channel", "没有“" + Fields.shortened(code) + "”这个渠道");
        String callId = fields.optional("callId", sent.callId(), LONGEST_LINE);
        fields.check(
                callId == null || channel == NOWHERE || channel.family() == ChannelFamily.CALL,
                "callId",
                "只有电话渠道的诉求可以关联来电记录");
        return new Arrival(
                code,
                channel.family(),
                fields.optional("externalId", sent.externalId(), LONGEST_LINE),
                callId,
                Moments.received(fields, "receivedAt", "来件时间", sent.receivedAt(), clock.instant()));
    }

    private Identity identity(Fields fields, TicketRequest sent) {
        CallerRequest caller = caller(sent);
        return new Identity(
                fields.optional("caller.name", caller.name(), LONGEST_NAME),
                phone(fields, "caller.phone", caller.phone()),
                fields.optional("caller.account", caller.account(), LONGEST_LINE));
    }

    private static Wishes wishes(TicketRequest sent) {
        CallerRequest caller = caller(sent);
        boolean anonymous = Boolean.TRUE.equals(caller.anonymous());
        return new Wishes(
                anonymous,
                Boolean.TRUE.equals(caller.confidential()),
                !anonymous && !Boolean.FALSE.equals(caller.wantsReply()));
    }

    private static CallerRequest caller(TicketRequest sent) {
        return sent.caller() == null ? CallerRequest.NOBODY : sent.caller();
    }

    private Matter matter(Fields fields, TicketRequest sent) {
        String content = fields.required("content", sent.content(), LONGEST_TEXT);
        String title = fields.optional("title", sent.title(), LONGEST_TITLE);
        return new Matter(
                fields.requiredCode("kind", sent.kind(), Kind.class),
                title,
                content,
                sent.place() == null ? Place.UNKNOWN : place(fields, sent.place()),
                category(fields, sent.categoryCode()),
                fields.code("urgency", sent.urgency(), Urgency.class),
                hazard(fields, sent.hazard()),
                happenedAt(fields, sent.happenedAt()));
    }

    private @Nullable Instant happenedAt(Fields fields, @Nullable Instant sent) {
        if (sent == null) {
            return null;
        }
        Instant now = clock.instant();
        fields.check(!sent.isAfter(now.plus(Moments.AHEAD)), "happenedAt", "发生时间不能晚于现在");
        boolean remembered = !sent.isBefore(now.minus(LIVING_MEMORY));
        fields.check(remembered, "happenedAt", "发生时间太早，请核对年份");
        return sent.truncatedTo(ChronoUnit.MILLIS);
    }

    private Place place(Fields fields, PlaceRequest sent) {
        String division = division(fields, sent.divisionCode());
        Double longitude = sent.longitude();
        Double latitude = sent.latitude();
        fields.check((longitude == null) == (latitude == null), "place.longitude", "经度和纬度须一起填写");
        fields.check(longitude == null || Math.abs(longitude) <= 180, "place.longitude", "经度须在 -180 至 180 之间");
        fields.check(latitude == null || Math.abs(latitude) <= 90, "place.latitude", "纬度须在 -90 至 90 之间");
        return new Place(fields.optional("place.text", sent.text(), LONGEST_LINE), division, longitude, latitude);
    }

    /** A code that is no more becomes its successor's. */
    private @Nullable String division(Fields fields, @Nullable String sent) {
        String code = fields.optional("place.divisionCode", sent, LONGEST_LINE);
        if (code == null) {
            return null;
        }
        String today = codes.division(code, LocalDate.ofInstant(clock.instant(), ChassisWiring.ZONE))
                .map(Division::code)
                .orElse(null);
        fields.check(
                today != null,
                "place.divisionCode",
                codes.division(code).isPresent()
                        ? "区划代码“" + code + "”已停用或尚未启用，请重新选择"
                        : "没有“" + Fields.shortened(code) + "”这个区划代码");
        return today;
    }

    private @Nullable String category(Fields fields, @Nullable String sent) {
        String code = fields.optional("categoryCode", sent, LONGEST_LINE);
        fields.check(
                code == null || codes.category(code).isPresent(),
                "categoryCode",
                "没有“" + (code == null ? "" : Fields.shortened(code)) + "”这个分类");
        return code;
    }

    private static @Nullable Hazard hazard(Fields fields, @Nullable HazardRequest sent) {
        return sent == null
                ? null
                : new Hazard(
                        fields.requiredCode("hazard.kind", sent.kind(), HazardKind.class),
                        fields.code("hazard.severity", sent.severity(), HazardSeverity.class, HazardSeverity.GENERAL));
    }

    private static List<String> attachments(Fields fields, @Nullable List<@Nullable String> sent) {
        List<String> ids = sent == null
                ? List.of()
                : sent.stream()
                        .filter(Objects::nonNull)
                        .filter(id -> !id.isBlank())
                        .distinct()
                        .toList();
        fields.check(ids.size() <= MOST_ATTACHMENTS, "attachments", "一张工单最多 " + MOST_ATTACHMENTS + " 个附件");
        fields.check(ids.stream().allMatch(id -> id.length() <= LONGEST_ID), "attachments", "没有这个附件，请重新上传");
        return ids;
    }

    private static Decision decision(Fields fields, TicketRequest sent) {
        Disposition disposition =
                fields.code("disposition", sent.disposition(), Disposition.class, Disposition.FORWARD);
        return switch (disposition) {
            case FORWARD -> Decision.forward();
            case ANSWER ->
                new Decision(
                        disposition,
                        fields.required("answer", sent.answer(), LONGEST_TEXT),
                        fields.optional("articleId", sent.articleId(), LONGEST_LINE),
                        null);
            case REJECT, TRANSFER_OUT ->
                new Decision(disposition, null, null, fields.required("reason", sent.reason(), LONGEST_LINE));
        };
    }
}
