package cn.hotline.routing.dispatch.web;

import cn.hotline.chassis.PersonalData;
import cn.hotline.chassis.web.Fields;
import cn.hotline.routing.classification.Categories;
import cn.hotline.routing.classification.model.Urgency;
import cn.hotline.routing.contract.RoutingEvent;
import cn.hotline.routing.dispatch.Assessor;
import cn.hotline.routing.dispatch.UnitDesk.Answer;
import cn.hotline.routing.dispatch.UnitDesk.Grounds;
import cn.hotline.routing.dispatch.model.Contact;
import cn.hotline.routing.dispatch.model.DispatcherChoice;
import cn.hotline.routing.dispatch.model.ReplyOutcome;
import cn.hotline.routing.dispatch.model.ReturnGround;
import cn.hotline.routing.dispatch.model.Topic;
import cn.hotline.routing.units.Units;
import cn.hotline.routing.units.model.Unit;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what dispatchers and units send into values, for the interface and for the pages alike. */
public final class DispatchRequests {

    private static final int REASON = 500;
    private static final int BASIS = 1_000;
    private static final int TEXT = 4_000;
    private static final int ACCOUNT = 100;
    private static final int MOST_CO_UNITS = 10;

    /** Clocks of units differ a little from ours. */
    private static final Duration AHEAD = Duration.ofMinutes(5);

    private final Units units;
    private final Categories categories;
    private final Assessor assessor;
    private final Clock clock;

    public DispatchRequests(Units units, Categories categories, Assessor assessor, Clock clock) {
        this.units = units;
        this.categories = categories;
        this.assessor = assessor;
        this.clock = clock;
    }

    /** @throws cn.hotline.chassis.Refused when anything is at fault */
    DispatcherChoice choice(DispatchRequest sent) {
        Fields fields = new Fields();
        String lead = fields.required("unit", sent.unit(), REASON);
        List<String> helpers = sent.coUnits() == null ? List.of() : sent.coUnits();
        fields.check(lead.isEmpty() || units.find(lead).isPresent(), "unit", "没有这个承办单位，请重新选择");
        fields.check(helpers.size() <= MOST_CO_UNITS, "coUnits", "协办单位最多 " + MOST_CO_UNITS + " 个");
        fields.check(
                helpers.stream()
                        .allMatch(code -> code != null && units.find(code).isPresent()),
                "coUnits",
                "协办单位中有不存在的单位，请重新选择");
        fields.check(!helpers.contains(lead), "coUnits", "主办单位不能同时协办");
        String category = fields.optional("category", sent.category(), REASON);
        fields.check(category == null || categories.find(category).isPresent(), "category", "没有这个诉求分类，请重新选择");
        Urgency urgency = fields.code("urgency", sent.urgency(), Urgency.class);
        String reason = fields.optional("reason", sent.reason(), REASON);
        fields.refuseFaults();
        return new DispatcherChoice(
                unit(lead),
                helpers.stream().distinct().map(this::unit).toList(),
                category == null ? null : assessor.topic(category),
                urgency,
                reason);
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
        fields.refuseFaults();
        return new Answer(sent.verified(), contacted, contactedAt, outcome, account, publicReply);
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
        String other = fields.optional("shouldBe", sent.shouldBe(), REASON);
        fields.check(other == null || units.find(other).isPresent(), "shouldBe", "没有这个承办单位，请重新选择");
        fields.check(other != null || sent.ground() == null || !ground.namesAnother(), "shouldBe", "请选择应由哪个单位办理");
        String basis = fields.required("basis", sent.basis(), BASIS);
        fields.refuseFaults();
        return new Grounds(ground, other == null ? null : unit(other), basis);
    }

    /** @throws cn.hotline.chassis.Refused when anything is at fault */
    Verdict verdict(ReturnDecisionRequest sent) {
        Fields fields = new Fields();
        fields.check(sent.approved() != null, "approved", "请选择是否同意退单");
        boolean approved = Boolean.TRUE.equals(sent.approved());
        String next = fields.optional("unit", sent.unit(), REASON);
        fields.check(next == null || units.find(next).isPresent(), "unit", "没有这个承办单位，请重新选择");
        fields.check(next == null || approved, "unit", "不同意退单时，工单仍由原单位办理，不要选择单位");
        String reason = fields.required("reason", sent.reason(), REASON);
        fields.refuseFaults();
        return new Verdict(approved, next == null ? null : unit(next), reason);
    }

    /** @throws cn.hotline.chassis.Refused when anything is at fault */
    Ruled ruled(RulingRequest sent) {
        Fields fields = new Fields();
        String owner = fields.required("unit", sent.unit(), REASON);
        fields.check(owner.isEmpty() || units.find(owner).isPresent(), "unit", "没有这个承办单位，请重新选择");
        String reason = fields.required("reason", sent.reason(), REASON);
        fields.refuseFaults();
        return new Ruled(unit(owner), reason);
    }

    /** @throws cn.hotline.chassis.Refused when there is no such category */
    Topic topic(ReclassificationRequest sent) {
        Fields fields = new Fields();
        String category = fields.required("category", sent.category(), REASON);
        fields.check(category.isEmpty() || categories.find(category).isPresent(), "category", "没有这个诉求分类，请重新选择");
        fields.refuseFaults();
        return assessor.topic(category);
    }

    /** Why somebody does it; masked. @throws cn.hotline.chassis.Refused when there is none */
    String reason(ReasonRequest sent) {
        Fields fields = new Fields();
        String reason = fields.required("reason", sent.reason(), REASON);
        fields.refuseFaults();
        return PersonalData.mask(reason);
    }

    /** @throws cn.hotline.chassis.Refused when it cannot be one */
    String account(NamedRequest sent) {
        Fields fields = new Fields();
        String account = fields.required("account", sent.account(), ACCOUNT);
        fields.check(account.isEmpty() || account.matches("[A-Za-z0-9._@-]+"), "account", "账号只能是字母、数字和 . _ @ -");
        fields.refuseFaults();
        return account;
    }

    private RoutingEvent.Unit unit(String code) {
        Unit known = units.require(code);
        return new RoutingEvent.Unit(known.code(), known.name());
    }

    record DispatchRequest(
            @Nullable String unit,
            @Nullable List<String> coUnits,
            @Nullable String category,
            @Nullable String urgency,
            @Nullable String reason) {}

    record ContactRequest(
            @Nullable String method,
            @Nullable Instant at,
            @Nullable String note) {}

    record ReturnRequest(
            @Nullable String ground,
            @Nullable String shouldBe,
            @Nullable String basis) {}

    record ReturnDecisionRequest(
            @Nullable Boolean approved,
            @Nullable String unit,
            @Nullable String reason) {}

    record RulingRequest(@Nullable String unit, @Nullable String reason) {}

    record ReclassificationRequest(@Nullable String category) {}

    /** What is said to an objection; {@code next} is who gets the ticket instead, null to leave that to a dispatcher. */
    record Verdict(boolean approved, RoutingEvent.@Nullable Unit next, String reason) {}

    /** Whose a ticket is, and why. */
    record Ruled(RoutingEvent.Unit owner, String reason) {}

    record ReasonRequest(@Nullable String reason) {}

    record NamedRequest(@Nullable String account) {}

    record ReplyRequest(
            @Nullable Boolean verified,
            @Nullable Boolean contacted,
            @Nullable Instant contactedAt,
            @Nullable String outcome,
            @Nullable String account,
            @Nullable String publicReply) {}
}
