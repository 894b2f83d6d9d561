package cn.hotline.routing.dispatch.web;

import cn.hotline.chassis.web.Fields;
import cn.hotline.routing.contract.RoutingEvent;
import cn.hotline.routing.dispatch.UnitDesk.Answer;
import cn.hotline.routing.dispatch.UnitDesk.Grounds;
import cn.hotline.routing.dispatch.UnitDesk.MoreTime;
import cn.hotline.routing.dispatch.UnitDesk.Whistle;
import cn.hotline.routing.dispatch.model.Assignment.Taker;
import cn.hotline.routing.dispatch.model.Contact;
import cn.hotline.routing.dispatch.model.Helping;
import cn.hotline.routing.dispatch.model.ReplyOutcome;
import cn.hotline.routing.dispatch.model.ReturnGround;
import cn.hotline.routing.dispatch.web.DispatchRequests.ReasonRequest;
import cn.hotline.routing.units.Units;
import cn.hotline.routing.units.model.Unit;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what units send into values, for the interface and for the pages alike. */
public final class UnitRequests {

    private static final int CODE = 100;
    private static final int REASON = 500;
    private static final int BASIS = 1_000;
    private static final int TEXT = 4_000;
    private static final int ACCOUNT = 100;
    private static final int MOST_ATTACHMENTS = 10;

    /** As intake gives them out. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    /** Clocks of units differ a little from ours. */
    private static final Duration AHEAD = Duration.ofMinutes(5);

    private final Units units;
    private final Clock clock;

    public UnitRequests(Units units, Clock clock) {
        this.units = units;
        this.clock = clock;
    }

    /** @throws cn.hotline.chassis.Refused when anything is at fault */
    Answer answer(ReplyRequest sent) {
        Fields fields = new Fields();
        fields.check(sent.contacted() != null, "contacted", "请选择是否已联系来电人");
        boolean contacted = Boolean.TRUE.equals(sent.contacted());
        Instant contactedAt =
                sent.contactedAt() == null ? null : sent.contactedAt().truncatedTo(ChronoUnit.MILLIS);
        fields.check(contactedAt == null || contacted, "contactedAt", "未联系来电人时不应填写联系时间");
        fields.check(
                contactedAt == null || !contactedAt.isAfter(clock.instant().plus(AHEAD)), "contactedAt", "联系时间不能晚于现在");
        ReplyOutcome outcome = fields.requiredCode("outcome", sent.outcome(), ReplyOutcome.class);
        String account = fields.required("account", sent.account(), TEXT);
        String publicReply = fields.required("publicReply", sent.publicReply(), TEXT);
        List<String> attachments = attachments(fields, sent.attachments());
        String override = sent.override() == null
                ? null
                : fields.required("override.reason", sent.override().reason(), REASON);
        fields.refuseFaults();
        return new Answer(
                sent.verified(), contacted, contactedAt, outcome, account, publicReply, attachments, override);
    }

    /** @throws cn.hotline.chassis.Refused when anything is at fault */
    Contact contact(ContactRequest sent) {
        Fields fields = new Fields();
        Contact.Method method = fields.requiredCode("method", sent.method(), Contact.Method.class);
        Instant at = sent.at() == null ? clock.instant() : sent.at().truncatedTo(ChronoUnit.MILLIS);
        fields.check(!at.isAfter(clock.instant().plus(AHEAD)), "at", "联系时间不能晚于现在");
        String note = fields.required("note", sent.note(), REASON);
        fields.refuseFaults();
        return new Contact(method, at, note);
    }

    /** @throws cn.hotline.chassis.Refused when anything is at fault */
    Grounds grounds(ReturnRequest sent) {
        Fields fields = new Fields();
        ReturnGround ground = fields.requiredCode("ground", sent.ground(), ReturnGround.class);
        String other = fields.optional("shouldBe", sent.shouldBe(), CODE);
        fields.check(other == null || units.find(other).isPresent(), "shouldBe", "没有这个承办单位，请重新选择");
        fields.check(other != null || sent.ground() == null || !ground.namesAnother(), "shouldBe", "请选择应由哪个单位办理");
        String basis = fields.required("basis", sent.basis(), BASIS);
        List<String> attachments = attachments(fields, sent.attachments());
        fields.refuseFaults();
        return new Grounds(ground, other == null ? null : unit(other), basis, attachments);
    }

    /** @throws cn.hotline.chassis.Refused when anything is at fault */
    MoreTime moreTime(ExtensionRequest sent) {
        Fields fields = new Fields();
        fields.check(sent.days() != null && sent.days() > 0, "days", "请填写延期天数");
        String reason = fields.required("reason", sent.reason(), REASON);
        String interim = fields.optional("interim", sent.interim(), BASIS);
        fields.refuseFaults();
        return new MoreTime(Objects.requireNonNull(sent.days()), reason, interim);
    }

    /** 协办意见. @throws cn.hotline.chassis.Refused when there is none */
    String coReply(CoReplyRequest sent) {
        Fields fields = new Fields();
        String content = fields.required("content", sent.content(), TEXT);
        fields.refuseFaults();
        return content;
    }

    /** @throws cn.hotline.chassis.Refused when it cannot be one */
    String account(NamedRequest sent) {
        Fields fields = new Fields();
        String account = fields.required("account", sent.account(), ACCOUNT);
        fields.check(account.isEmpty() || account.matches("[A-Za-z0-9._@-]+"), "account", "账号只能是字母、数字和 . _ @ -");
        fields.refuseFaults();
        return account;
    }

    /** @throws cn.hotline.chassis.Refused when anything is at fault */
    PassDown passDown(PassDownRequest sent) {
        Fields fields = new Fields();
        String to = fields.required("unit", sent.unit(), CODE);
        fields.check(to.isEmpty() || units.find(to).isPresent(), "unit", "没有这个承办单位，请重新选择");
        String note = fields.required("note", sent.note(), REASON);
        fields.refuseFaults();
        return new PassDown(unit(to), note);
    }

    /** @throws cn.hotline.chassis.Refused when anything is at fault */
    Whistle whistle(WhistleRequest sent) {
        Fields fields = new Fields();
        List<String> codes = sent.departments() == null ? List.of() : sent.departments();
        fields.check(
                !codes.isEmpty() && codes.size() <= Helping.MOST, "departments", "请选择吹哨的部门，最多 " + Helping.MOST + " 个");
        fields.check(
                codes.stream().allMatch(code -> code != null && units.find(code).isPresent()),
                "departments",
                "吹哨的部门中有不存在的单位，请重新选择");
        fields.check(sent.by() != null, "by", "请填写报到时间");
        String note = fields.required("note", sent.note(), REASON);
        fields.refuseFaults();
        return new Whistle(
                codes.stream().distinct().map(this::unit).toList(),
                Objects.requireNonNull(sent.by()).truncatedTo(ChronoUnit.MILLIS),
                note);
    }

    /** @throws cn.hotline.chassis.Refused when there is none */
    String reason(ReasonRequest sent) {
        Fields fields = new Fields();
        String reason = fields.required("reason", sent.reason(), REASON);
        fields.refuseFaults();
        return reason;
    }

    /** Ids of files the unit has sent to intake, without doubles. */
    private static List<String> attachments(Fields fields, @Nullable List<@Nullable String> sent) {
        List<String> ids = sent == null
                ? List.of()
                : sent.stream()
                        .filter(Objects::nonNull)
                        .filter(id -> !id.isBlank())
                        .distinct()
                        .toList();
        fields.check(ids.size() <= MOST_ATTACHMENTS, "attachments", "最多 " + MOST_ATTACHMENTS + " 个附件");
        fields.check(ids.stream().allMatch(ID.asMatchPredicate()), "attachments", "没有这个附件，请重新上传");
        return ids;
    }

    /** 指派. @throws cn.hotline.chassis.Refused when it cannot be anybody */
    Taker taker(AssignmentRequest sent) {
        String account = account(new NamedRequest(sent.account()));
        Fields fields = new Fields();
        String name = fields.optional("name", sent.name(), ACCOUNT);
        fields.refuseFaults();
        return new Taker(account, name == null ? account : name);
    }

    private RoutingEvent.Unit unit(String code) {
        Unit known = units.require(code);
        return new RoutingEvent.Unit(known.code(), known.name());
    }

    record ContactRequest(
            @Nullable String method,
            @Nullable Instant at,
            @Nullable String note) {}

    record ReturnRequest(
            @Nullable String ground,
            @Nullable String shouldBe,
            @Nullable String basis,
            @Nullable List<@Nullable String> attachments) {}

    record ExtensionRequest(
            @Nullable Integer days,
            @Nullable String reason,
            @Nullable String interim) {}

    record CoReplyRequest(@Nullable String content) {}

    record AssignmentRequest(
            @Nullable String account, @Nullable String name) {}

    record PassDown(RoutingEvent.Unit to, String note) {}

    record PassDownRequest(@Nullable String unit, @Nullable String note) {}

    record WhistleRequest(
            @Nullable List<String> departments,
            @Nullable Instant by,
            @Nullable String note) {}

    record NamedRequest(@Nullable String account) {}

    record ReplyRequest(
            @Nullable Boolean verified,
            @Nullable Boolean contacted,
            @Nullable Instant contactedAt,
            @Nullable String outcome,
            @Nullable String account,
            @Nullable String publicReply,
            @Nullable List<@Nullable String> attachments,
            @Nullable OverrideRequest override) {}

    /** Why a reply is to be sent in spite of what is doubted of it. */
    record OverrideRequest(@Nullable String reason) {}
}
