package cn.hotline.routing.dispatch.web;

import cn.hotline.routing.contract.RoutingEvent.Unit;
import cn.hotline.routing.dispatch.model.Act;
import cn.hotline.routing.dispatch.model.Dispatch;
import cn.hotline.routing.dispatch.model.Errand;
import cn.hotline.routing.dispatch.model.Extension;
import cn.hotline.routing.dispatch.model.Handling;
import cn.hotline.routing.dispatch.model.Objection;
import cn.hotline.routing.dispatch.model.Reply;
import cn.hotline.routing.dispatch.model.Share;
import cn.hotline.routing.dispatch.model.Step;
import cn.hotline.ui.ClockText;
import cn.hotline.ui.TimelineEntry;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What has become of a ticket so far, and what it waits for, in words. */
public final class TicketCourse {

    private final Dispatch dispatch;
    private final ClockText times;

    TicketCourse(Dispatch dispatch, Clock clock) {
        this.dispatch = dispatch;
        this.times = new ClockText(clock);
    }

    public List<TimelineEntry> timeline() {
        List<TimelineEntry> entries = new ArrayList<>(after(Instant.MIN));
        String waiting = waiting();
        if (waiting != null) {
            entries.add(new TimelineEntry("现在", waiting, null, true));
        }
        return entries;
    }

    /** What was done after that moment. */
    List<TimelineEntry> after(Instant moment) {
        return dispatch.steps().stream()
                .filter(step -> step.at().isAfter(moment))
                .map(this::entry)
                .toList();
    }

    /** When the last step was made, in milliseconds: what somebody has seen who sees this. */
    public long seenTo() {
        return dispatch.steps().stream()
                .map(Step::at)
                .max(Instant::compareTo)
                .orElse(dispatch.turn().since())
                .toEpochMilli();
    }

    private TimelineEntry entry(Step step) {
        String by = step.by() == null ? "" : " · " + step.by().words();
        return new TimelineEntry(times.full(step.at()), step.words() + by, step.detail(), false);
    }

    /** How often units have sent it back. */
    public int returns() {
        return objections().size();
    }

    /** Who sent it back and why, oldest first. */
    public List<Objection> objections() {
        Handling handling = dispatch.handling();
        return handling == null ? List.of() : handling.dispute().objections();
    }

    /** Whose it is by the word of the unit that objects; null where it does not say so. */
    public @Nullable String shouldBe() {
        Handling handling = dispatch.handling();
        return handling == null
                ? null
                : handling.dispute()
                        .waiting()
                        .flatMap(objection -> Optional.ofNullable(objection.shouldBe()))
                        .map(Unit::code)
                        .orElse(null);
    }

    /** What the unit asks for: 延期 3 天：理由; null for nothing. */
    public @Nullable String extension() {
        Handling handling = dispatch.handling();
        return handling == null || !Act.DECIDE_EXTENSION.startsFrom(dispatch.status())
                ? null
                : handling.grace()
                        .waiting()
                        .map(asked -> "延期 " + asked.days() + " 天：" + asked.reason())
                        .orElse(null);
    }

    /** 阶段性答复 that goes with it; null for none. */
    public @Nullable String interim() {
        Handling handling = dispatch.handling();
        return handling == null
                ? null
                : handling.grace().waiting().map(Extension::interim).orElse(null);
    }

    /** Since when and why the clock stands still; null while it runs. */
    public @Nullable String suspension() {
        Handling handling = dispatch.handling();
        return handling == null
                ? null
                : handling.grace()
                        .standing()
                        .map(standing ->
                                standing.reviewOn() + " 复核，" + standing.approvedBy() + "批准：" + standing.reason())
                        .orElse(null);
    }

    /** 复核日期 of a suspension; null while the clock runs. */
    public @Nullable String reviewOn() {
        Handling handling = dispatch.handling();
        return handling == null
                ? null
                : handling.grace()
                        .standing()
                        .map(standing -> standing.reviewOn().toString())
                        .orElse(null);
    }

    /** The last reply; null before. */
    public @Nullable Reply reply() {
        Handling handling = dispatch.handling();
        return handling == null ? null : handling.reply();
    }

    /** Whom it was passed down to and who has it now: unit, what it is to do, what it reports. */
    public List<TimelineEntry> shares() {
        Handling handling = dispatch.handling();
        return handling == null
                ? List.of()
                : handling.below().stream().map(this::entry).toList();
    }

    private TimelineEntry entry(Share share) {
        Reply report = share.report();
        String due = times.full(share.to().timing().deadlines().finishBy());
        return new TimelineEntry(
                share.to().unit().name(),
                share.from().name() + "下交：" + share.note() + "（" + due + " 前）",
                report == null
                        ? share.to().acknowledgedAt() == null ? "等待签收" : "正在办理"
                        : "上报：" + report.outcome().term() + "，" + report.account(),
                false);
    }

    /** What helpers were asked for and said: unit, then words. */
    public List<TimelineEntry> errands() {
        Handling handling = dispatch.handling();
        return handling == null
                ? List.of()
                : handling.helpers().stream()
                        .map(helper -> new TimelineEntry(
                                helper.unit().name(), asked(helper.errand()), said(helper.errand()), false))
                        .toList();
    }

    private String asked(@Nullable Errand errand) {
        if (errand == null || errand.note() == null) {
            return "按目录协办";
        }
        Errand.Call call = errand.call();
        String called = call == null
                ? ""
                : call.arrivedAt() == null
                        ? "吹哨，" + times.full(call.arriveBy()) + " 前报到："
                        : "已于 " + times.full(call.arrivedAt()) + " 报到：";
        return called + errand.note() + (errand.dueAt() == null ? "" : "（" + times.full(errand.dueAt()) + " 前）");
    }

    private static @Nullable String said(@Nullable Errand errand) {
        return errand == null || errand.reply() == null
                ? null
                : "意见：" + errand.reply().content();
    }

    /** What it waits for; null for nothing. */
    private @Nullable String waiting() {
        return switch (dispatch.status()) {
            case PENDING_DISPATCH -> "等待派单";
            case DISPATCHED -> "等待签收";
            case IN_PROGRESS -> "等待答复";
            case RETURN_REVIEW -> "等待热线审核退单，时限照常计算";
            case ARBITRATION -> "等待会商裁定，现承办单位先行办理";
            case SUSPENDED -> "挂账中，到复核日再看";
            case REPLIED -> "等待热线审核答复";
            case REWORK -> "答复已退回，等待重新答复";
            case SECOND_HANDLING -> "等待二次办理的答复";
            case ESCALATED -> "等待热线指定牵头单位，现承办单位继续办理";
            case PENDING_FOLLOWUP -> "等待回访";
            case MERGED -> "随主单办理";
            case CLOSED, CLOSED_UNSOLVABLE, WITHDRAWN -> null;
        };
    }
}
