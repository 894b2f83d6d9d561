package cn.hotline.routing.dispatch.web;

import cn.hotline.routing.catalogue.model.Doubt;
import cn.hotline.routing.catalogue.model.UnitSuggestion;
import cn.hotline.routing.classification.model.SensitiveMark;
import cn.hotline.routing.classification.model.Tag;
import cn.hotline.routing.classification.model.Urgency;
import cn.hotline.routing.contract.RoutingEvent.Place;
import cn.hotline.routing.contract.RoutingEvent.Unit;
import cn.hotline.routing.dispatch.model.Act;
import cn.hotline.routing.dispatch.model.Appeal;
import cn.hotline.routing.dispatch.model.Assignment;
import cn.hotline.routing.dispatch.model.Classification;
import cn.hotline.routing.dispatch.model.Dispatch;
import cn.hotline.routing.dispatch.model.DispatchStatus;
import cn.hotline.routing.dispatch.model.Errand;
import cn.hotline.routing.dispatch.model.Extension;
import cn.hotline.routing.dispatch.model.Handling;
import cn.hotline.routing.dispatch.model.Objection;
import cn.hotline.routing.dispatch.model.Secrecy;
import cn.hotline.routing.dispatch.model.Step;
import cn.hotline.routing.dispatch.model.Topic;
import cn.hotline.routing.dispatch.model.Viewer;
import cn.hotline.routing.recusal.model.Concern;
import cn.hotline.ui.ClockText;
import cn.hotline.ui.Deadline;
import cn.hotline.ui.DeadlineKind;
import cn.hotline.ui.DeadlineView;
import cn.hotline.ui.TimelineEntry;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One ticket as the pages show it: everything already in words. */
public final class TicketPage {

    private final Dispatch dispatch;
    private final Viewer viewer;
    private final Clock clock;
    private final ClockText times;

    TicketPage(Dispatch dispatch, Viewer viewer, Clock clock) {
        this.dispatch = dispatch;
        this.viewer = viewer;
        this.clock = clock;
        this.times = new ClockText(clock);
    }

    public String number() {
        return dispatch.number().value();
    }

    public String title() {
        return dispatch.appeal().title();
    }

    public String content() {
        return dispatch.appeal().content();
    }

    public String kind() {
        return dispatch.appeal().kind().term();
    }

    public String topic() {
        Topic topic = dispatch.classification().topic();
        return topic == null ? "未分类" : topic.term();
    }

    public @Nullable String topicCode() {
        Topic topic = dispatch.classification().topic();
        return topic == null ? null : topic.code();
    }

    public String urgency() {
        return dispatch.classification().urgency().term();
    }

    public String urgencyCode() {
        return dispatch.classification().urgency().name();
    }

    public String urgencyTone() {
        Urgency urgency = dispatch.classification().urgency();
        return urgency == Urgency.EMERGENCY ? "red" : urgency == Urgency.URGENT ? "yellow" : "";
    }

    public String status() {
        return dispatch.status().term();
    }

    public String statusTone() {
        return switch (dispatch.status()) {
            case PENDING_DISPATCH, RETURN_REVIEW, ARBITRATION, SUSPENDED, REPLIED, REWORK, SECOND_HANDLING -> "yellow";
            case ESCALATED -> "red";
            case DISPATCHED -> "blue";
            case IN_PROGRESS, WITHDRAWN, MERGED -> "";
            case PENDING_FOLLOWUP -> "violet";
            case CLOSED -> "green";
        };
    }

    /** Whether it is for named people only. */
    public boolean confidential() {
        return dispatch.appeal().confidential();
    }

    /** Whether it is kept from whoever looks. */
    public boolean withheld() {
        return !dispatch.opensTo(viewer);
    }

    /** Whether whoever looks may let a clerk handle it. */
    public boolean toName() {
        return confidential() && viewer.person().leads();
    }

    /** Whether somebody else has asked to open it in need, and a second person is awaited. */
    public boolean awaitsSecond() {
        Secrecy secrecy = dispatch.sight().secrecy();
        return secrecy != null && secrecy.awaitsSecond(viewer.at());
    }

    /** Units it accuses, to which it is not given. */
    public List<Concern> concerns() {
        return dispatch.concerns();
    }

    /** Whether the unit of whoever looks leads; helpers read. */
    public boolean led() {
        Handling handling = dispatch.handling();
        return handling != null && viewer.person().isOf(handling.lead().unit().code());
    }

    public boolean hazard() {
        return dispatch.appeal().hazard() != null;
    }

    /** Why the appeal wants care, such as 扬言与自伤; usually empty. */
    public List<String> sensitive() {
        return dispatch.classification().proposal().sensitive().stream()
                .map(SensitiveMark::term)
                .toList();
    }

    /** Address as told, with the county it lies in. */
    public String where() {
        Appeal appeal = dispatch.appeal();
        Place place = dispatch.classification().place();
        String known = place == null
                ? ""
                : Stream.of(place.county(), place.street(), place.community())
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(" "));
        String told = appeal.place() == null ? "" : appeal.place();
        if (told.isEmpty() && known.isEmpty()) {
            return "未提供";
        }
        if (told.isEmpty()) {
            return known;
        }
        return told.contains(known) ? told : known + " · " + told;
    }

    /** County, grade and whether it is a second handling; under the title in a list. */
    public String note() {
        Place place = dispatch.classification().place();
        String first = place != null
                ? place.county() + (place.street() == null ? "" : place.street())
                : dispatch.appeal().place() == null
                        ? "未提供地址"
                        : dispatch.appeal().place();
        String second = dispatch.status() == DispatchStatus.SECOND_HANDLING ? " · 二次办理" : "";
        return first + " · " + urgency() + " · " + topic() + second;
    }

    public String since() {
        return times.full(dispatch.turn().since());
    }

    public boolean first() {
        return dispatch.turn().first();
    }

    public boolean toDispatch() {
        return Act.DISPATCH.startsFrom(dispatch.status());
    }

    public boolean toAcknowledge() {
        Handling handling = dispatch.handling();
        return Act.ACKNOWLEDGE.startsFrom(dispatch.status())
                && handling != null
                && handling.lead().acknowledgedAt() == null;
    }

    /** Whether a dispatcher may give it to another unit, or take it back. */
    public boolean toGiveElsewhere() {
        return dispatch.status() == DispatchStatus.DISPATCHED;
    }

    public boolean toAnswer() {
        return Act.REPLY.startsFrom(dispatch.status()) && !toAcknowledge();
    }

    /** Whether the unit may still say it is not theirs; when too late, they hear so. */
    public boolean toSendBack() {
        Handling handling = dispatch.handling();
        return Act.RETURN.startsFrom(dispatch.status())
                && handling != null
                && handling.dispute().ruling() == null;
    }

    public boolean toContact() {
        return Act.CONTACT.startsFrom(dispatch.status());
    }

    public boolean toAskForTime() {
        Handling handling = dispatch.handling();
        return Act.ASK_FOR_TIME.startsFrom(dispatch.status())
                && handling != null
                && handling.grace().extensions().stream().allMatch(Extension::refused);
    }

    public boolean toAskForHelp() {
        return Act.ASK_FOR_HELP.startsFrom(dispatch.status());
    }

    public boolean toSuspend() {
        return Act.SUSPEND.startsFrom(dispatch.status());
    }

    public boolean toResume() {
        return Act.RESUME.startsFrom(dispatch.status());
    }

    /** Whether the unit of whoever looks helps, and may say what it did. */
    public boolean toCoReply() {
        return ownErrand() && Act.CO_REPLY.startsFrom(dispatch.status());
    }

    private boolean ownErrand() {
        Handling handling = dispatch.handling();
        Unit unit = viewer.staff() == null ? null : viewer.staff().unit();
        return handling != null && unit != null && handling.helper(unit.code()).isPresent();
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

    /** What helpers were asked for and said: unit, then words. */
    public List<TimelineEntry> errands() {
        Handling handling = dispatch.handling();
        return handling == null
                ? List.of()
                : handling.helpers().stream()
                        .map(helper -> new TimelineEntry(
                                helper.unit().name(),
                                errandWords(helper.errand()),
                                errandReply(helper.errand()),
                                false))
                        .toList();
    }

    private String errandWords(@Nullable Errand errand) {
        if (errand == null || errand.note() == null) {
            return "按目录协办";
        }
        return errand.note() + (errand.dueAt() == null ? "" : "（" + times.full(errand.dueAt()) + " 前）");
    }

    private static @Nullable String errandReply(@Nullable Errand errand) {
        return errand == null || errand.reply() == null
                ? null
                : "意见：" + errand.reply().content();
    }

    public boolean toDecide() {
        return Act.DECIDE_RETURN.startsFrom(dispatch.status());
    }

    public boolean toRule() {
        return Act.RULE.startsFrom(dispatch.status());
    }

    /** How often units have sent it back. */
    public int returns() {
        Handling handling = dispatch.handling();
        return handling == null ? 0 : handling.dispute().objections().size();
    }

    /** Who sent it back and why, oldest first. */
    public List<Objection> objections() {
        Handling handling = dispatch.handling();
        return handling == null ? List.of() : handling.dispute().objections();
    }

    /** Whose it is by the word of the unit that objects; else the best candidate that is not that unit. */
    public @Nullable String nextCode() {
        Optional<Objection> waiting = dispatch.handling() == null
                ? Optional.empty()
                : dispatch.handling().dispute().waiting();
        return waiting.flatMap(
                        objection -> Optional.ofNullable(objection.shouldBe()).map(Unit::code))
                .orElse(null);
    }

    /** Who leads; null while nobody has it. */
    public @Nullable String lead() {
        Handling handling = inHand();
        return handling == null ? null : handling.lead().unit().name();
    }

    /** The lead's code, or before a dispatch the code of the best candidate. */
    public @Nullable String leadCode() {
        Handling handling = inHand();
        return handling != null
                ? handling.lead().unit().code()
                : candidates().stream().findFirst().map(UnitSuggestion::code).orElse(null);
    }

    public String helpers() {
        Handling handling = dispatch.handling();
        return handling == null
                ? ""
                : handling.helpers().stream()
                        .map(helper -> helper.unit().name())
                        .collect(Collectors.joining("、"));
    }

    /** Why this unit; null before a dispatch. */
    public @Nullable String ground() {
        Handling handling = dispatch.handling();
        return handling == null ? null : handling.rule().reason();
    }

    /** The words that told the class; empty when a person chose it. */
    public List<String> evidence() {
        return dispatch.classification().evidence();
    }

    /** What else it can be found by, with the words that say so; usually a few. */
    public List<Tag> tags() {
        return dispatch.classification().tags();
    }

    public String confidence() {
        Classification seen = dispatch.classification();
        return seen.confidence() >= 0.6 ? "较有把握" : "供参考";
    }

    public List<UnitSuggestion> candidates() {
        return dispatch.classification().proposal().units();
    }

    public List<String> doubts() {
        return dispatch.classification().proposal().doubts().stream()
                .map(Doubt::term)
                .toList();
    }

    /** What must be done next, for a tag in a list; null when nothing must. */
    public @Nullable DeadlineView deadline() {
        Handling handling = dispatch.handling();
        if (handling == null) {
            return null;
        }
        if (toAcknowledge()) {
            return view(acknowledge(handling));
        }
        return view(finish(handling));
    }

    /** 签收截止 in words; null before a dispatch. */
    public @Nullable String acknowledgeBy() {
        Handling handling = dispatch.handling();
        return handling == null
                ? null
                : times.full(handling.lead().timing().deadlines().acknowledgeBy());
    }

    /** 办结截止 by the clock that counts for this handling. */
    public @Nullable String finishBy() {
        Handling handling = dispatch.handling();
        return handling == null ? null : times.full(handling.finishBy());
    }

    /** The unit's own finish deadline where it differs from the ticket's, as after 改派; else null. */
    public @Nullable String ownFinishBy() {
        Handling handling = dispatch.handling();
        if (handling == null) {
            return null;
        }
        Instant own = handling.ownFinishBy();
        return own.equals(handling.finishBy()) ? null : times.full(own);
    }

    public List<TimelineEntry> timeline() {
        List<TimelineEntry> entries = new ArrayList<>();
        for (Step step : dispatch.steps()) {
            String by = step.by() == null ? "" : " · " + step.by().words();
            entries.add(new TimelineEntry(times.full(step.at()), step.words() + by, step.detail(), false));
        }
        String waiting = waiting();
        if (waiting != null) {
            entries.add(new TimelineEntry("现在", waiting, null, true));
        }
        return entries;
    }

    private @Nullable Handling inHand() {
        return dispatch.status() == DispatchStatus.PENDING_DISPATCH ? null : dispatch.handling();
    }

    private @Nullable String waiting() {
        return switch (dispatch.status()) {
            case PENDING_DISPATCH -> "等待派单";
            case DISPATCHED -> "等待签收";
            case IN_PROGRESS -> "等待答复";
            case RETURN_REVIEW -> "等待热线审核退单，时限照常计算";
            case ARBITRATION -> "等待会商裁定，现承办单位先行办理";
            case SUSPENDED -> "挂账中，到复核日再看";
            case SECOND_HANDLING -> "等待二次办理的答复";
            case REPLIED -> "等待热线审核答复";
            case REWORK -> "答复已退回，等待重新答复";
            case ESCALATED -> "等待热线指定牵头单位，现承办单位继续办理";
            case PENDING_FOLLOWUP -> "等待回访";
            case MERGED -> "随主单办理";
            case CLOSED, WITHDRAWN -> null;
        };
    }

    private DeadlineView view(Deadline deadline) {
        return DeadlineView.of(deadline, clock.instant());
    }

    private static Deadline acknowledge(Handling handling) {
        Assignment lead = handling.lead();
        return Deadline.running(
                DeadlineKind.ACKNOWLEDGE,
                lead.timing().startedAt(),
                lead.timing().deadlines().acknowledgeBy());
    }

    private Deadline finish(Handling handling) {
        Instant startedAt =
                (handling.round() == 1 ? handling.ticket() : handling.lead().timing()).startedAt();
        Deadline running = Deadline.running(DeadlineKind.RESOLVE, startedAt, handling.finishBy());
        return toAnswer() || handling.reply() == null
                ? running
                : running.doneAt(handling.reply().at());
    }
}
