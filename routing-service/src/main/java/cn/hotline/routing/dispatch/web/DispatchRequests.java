package cn.hotline.routing.dispatch.web;

import cn.hotline.chassis.ChassisWiring;
import cn.hotline.chassis.PersonalData;
import cn.hotline.chassis.web.Fields;
import cn.hotline.routing.classification.Categories;
import cn.hotline.routing.classification.model.Urgency;
import cn.hotline.routing.contract.RoutingEvent;
import cn.hotline.routing.dispatch.Assessor;
import cn.hotline.routing.dispatch.DispatchDesk.Help;
import cn.hotline.routing.dispatch.model.DispatcherChoice;
import cn.hotline.routing.dispatch.model.Helping;
import cn.hotline.routing.dispatch.model.Topic;
import cn.hotline.routing.units.Units;
import cn.hotline.routing.units.model.Unit;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads what the hotline sends into values, for the interface and for the pages alike. */
public final class DispatchRequests {

    private static final int REASON = 500;
    private static final int APPROVED_BY = 50;

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
        fields.check(lead.isEmpty() || exists(lead), "unit", "没有这个承办单位，请重新选择");
        fields.check(helpers.size() <= Helping.MOST, "coUnits", "协办单位最多 " + Helping.MOST + " 个");
        fields.check(helpers.stream().allMatch(this::exists), "coUnits", "协办单位中有不存在的单位，请重新选择");
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
    Verdict verdict(ReturnDecisionRequest sent) {
        Fields fields = new Fields();
        fields.check(sent.approved() != null, "approved", "请选择是否同意退单");
        boolean approved = Boolean.TRUE.equals(sent.approved());
        String next = fields.optional("unit", sent.unit(), REASON);
        fields.check(next == null || exists(next), "unit", "没有这个承办单位，请重新选择");
        fields.check(next == null || approved, "unit", "不同意退单时，工单仍由原单位办理，不要选择单位");
        String reason = fields.required("reason", sent.reason(), REASON);
        fields.refuseFaults();
        return new Verdict(approved, next == null ? null : unit(next), reason);
    }

    /** @throws cn.hotline.chassis.Refused when anything is at fault */
    Ruled ruled(RulingRequest sent) {
        Fields fields = new Fields();
        String owner = fields.required("unit", sent.unit(), REASON);
        fields.check(owner.isEmpty() || exists(owner), "unit", "没有这个承办单位，请重新选择");
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

    /** @throws cn.hotline.chassis.Refused when anything is at fault */
    Said said(ExtensionDecisionRequest sent) {
        Fields fields = new Fields();
        fields.check(sent.approved() != null, "approved", "请选择是否同意延期");
        String reason = fields.required("reason", sent.reason(), REASON);
        fields.refuseFaults();
        return new Said(Boolean.TRUE.equals(sent.approved()), reason);
    }

    /** @throws cn.hotline.chassis.Refused when it does not say, or not why it is not good enough */
    Said said(ReplyDecisionRequest sent) {
        Fields fields = new Fields();
        fields.check(sent.accepted() != null, "accepted", "请选择答复是否通过");
        boolean accepted = Boolean.TRUE.equals(sent.accepted());
        String reason = accepted
                ? Objects.requireNonNullElse(fields.optional("reason", sent.reason(), REASON), "审核通过")
                : fields.required("reason", sent.reason(), REASON);
        fields.refuseFaults();
        return new Said(accepted, reason);
    }

    /** @throws cn.hotline.chassis.Refused when anything is at fault */
    Stop stop(SuspensionRequest sent) {
        Fields fields = new Fields();
        String reason = fields.required("reason", sent.reason(), REASON);
        fields.check(sent.reviewOn() != null, "reviewOn", "请填写复核日期");
        LocalDate today = LocalDate.ofInstant(clock.instant(), ChassisWiring.ZONE);
        fields.check(
                sent.reviewOn() == null || !sent.reviewOn().isAfter(today.plusYears(1)), "reviewOn", "复核日期最远到一年以后");
        String approvedBy = fields.required("approvedBy", sent.approvedBy(), APPROVED_BY);
        fields.refuseFaults();
        return new Stop(reason, Objects.requireNonNull(sent.reviewOn()), approvedBy);
    }

    /** @throws cn.hotline.chassis.Refused when anything is at fault */
    Help help(CoUnitsRequest sent) {
        Fields fields = new Fields();
        List<String> codes = sent.units() == null ? List.of() : sent.units();
        fields.check(!codes.isEmpty() && codes.size() <= Helping.MOST, "units", "请选择协办单位，最多 " + Helping.MOST + " 个");
        fields.check(codes.stream().allMatch(this::exists), "units", "协办单位中有不存在的单位，请重新选择");
        String note = fields.required("note", sent.note(), REASON);
        fields.refuseFaults();
        return new Help(
                codes.stream().distinct().map(this::unit).toList(),
                sent.by() == null ? null : sent.by().truncatedTo(ChronoUnit.MILLIS),
                note);
    }

    /** 不再协办, where nothing but the body says of whom. @throws cn.hotline.chassis.Refused when anything is at fault */
    HelpEnd end(HelpEndRequest sent) {
        Fields fields = new Fields();
        String unit = fields.required("unit", sent.unit(), REASON);
        String reason = fields.required("reason", sent.reason(), REASON);
        fields.refuseFaults();
        return new HelpEnd(unit, PersonalData.mask(reason));
    }

    /** Why somebody does it; masked. @throws cn.hotline.chassis.Refused when there is none */
    String reason(ReasonRequest sent) {
        Fields fields = new Fields();
        String reason = fields.required("reason", sent.reason(), REASON);
        fields.refuseFaults();
        return PersonalData.mask(reason);
    }

    /** Nothing is given to a unit that is no more. */
    private boolean exists(@Nullable String code) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ChassisWiring.ZONE);
        return code != null
                && units.find(code).filter(unit -> unit.existsOn(today)).isPresent();
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

    record ReturnDecisionRequest(
            @Nullable Boolean approved,
            @Nullable String unit,
            @Nullable String reason) {}

    record ReplyDecisionRequest(
            @Nullable Boolean accepted, @Nullable String reason) {}

    record ExtensionDecisionRequest(
            @Nullable Boolean approved, @Nullable String reason) {}

    record SuspensionRequest(
            @Nullable String reason,
            @Nullable LocalDate reviewOn,
            @Nullable String approvedBy) {}

    record CoUnitsRequest(
            @Nullable List<String> units,
            @Nullable Instant by,
            @Nullable String note) {}

    record HelpEndRequest(@Nullable String unit, @Nullable String reason) {}

    /** Who is to help no more, and why. */
    record HelpEnd(String unit, String reason) {}

    /** Whether, and why. */
    record Said(boolean approved, String reason) {}

    /** 挂账: why, until when, and who signed for it. */
    record Stop(String reason, LocalDate reviewOn, String approvedBy) {}

    record RulingRequest(@Nullable String unit, @Nullable String reason) {}

    record ReclassificationRequest(@Nullable String category) {}

    /** What is said to an objection; {@code next} is who gets the ticket instead, null to leave that to a dispatcher. */
    record Verdict(boolean approved, RoutingEvent.@Nullable Unit next, String reason) {}

    /** Whose a ticket is, and why. */
    record Ruled(RoutingEvent.Unit owner, String reason) {}

    record ReasonRequest(@Nullable String reason) {}
}
