package cn.hotline.intake.registration.web;

import cn.hotline.intake.progress.model.Stage;
import cn.hotline.intake.registration.model.TicketStatus;
import cn.hotline.intake.registration.web.TicketView.FollowingView;
import cn.hotline.intake.registration.web.TicketView.ProgressView;
import cn.hotline.intake.registration.web.TicketView.SequelView;
import cn.hotline.intake.registration.web.TicketView.StepView;
import cn.hotline.ui.ClockText;
import cn.hotline.ui.TimelineEntry;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** 办理过程: receipt, registration, corrections and what the other services said, as one story, oldest first. */
final class Course {

    private Course() {}

    static List<TimelineEntry> of(TicketView ticket, ClockText times) {
        Stream<Moment> ours = Stream.of(
                        Stream.of(new Moment(ticket.registeredAt(), begun(ticket), said(ticket))),
                        ticket.corrections().stream()
                                .map(correction -> new Moment(correction.at(), "更正", correction.reason())),
                        later(ticket.sequel()))
                .flatMap(moments -> moments);
        Stream<Moment> theirs =
                ticket.progress().steps().stream().map(step -> new Moment(step.at(), words(step), null));
        Stream<TimelineEntry> past = Stream.concat(ours, theirs)
                .sorted(Comparator.comparing(Moment::at))
                .map(moment -> new TimelineEntry(times.full(moment.at()), moment.words(), moment.detail(), false));
        return isOpen(ticket)
                ? Stream.concat(past, Stream.of(new TimelineEntry("现在", waiting(ticket.progress()), null, true)))
                        .toList()
                : past.toList();
    }

    private static Stream<Moment> later(SequelView sequel) {
        Stream<Moment> said = Stream.of(
                        sequel.supplements().stream().map(one -> new Moment(one.at(), "来电人补充", one.content())),
                        sequel.urges().stream().map(one -> new Moment(one.at(), "来电人催办", one.note())),
                        Stream.ofNullable(sequel.withdrawal()).map(one -> new Moment(one.at(), "诉求人撤单", one.reason())))
                .flatMap(moments -> moments);
        Stream<Moment> merges = Stream.concat(sequel.undone().stream(), Stream.ofNullable(sequel.follows()))
                .flatMap(Course::merge);
        return Stream.concat(said, merges);
    }

    private static Stream<Moment> merge(FollowingView merge) {
        return Stream.concat(
                Stream.of(new Moment(merge.at(), "并入 " + merge.master(), merge.reason())),
                Stream.ofNullable(merge.undoneAt()).map(at -> new Moment(at, "撤销并单，单独办理", null)));
    }

    private static String begun(TicketView ticket) {
        return switch (status(ticket)) {
            case FORWARDED, MERGED, WITHDRAWN, CLOSED -> "受理登记，转责任单位办理";
            case CLOSED_DIRECT, REJECTED, TRANSFERRED_OUT ->
                "受理登记，" + ticket.status().term();
        };
    }

    private static @Nullable String said(TicketView ticket) {
        return ticket.answer() == null ? ticket.reason() : ticket.answer();
    }

    private static String words(StepView step) {
        return step.unit() == null ? step.stage().term() : step.stage().term() + "：" + step.unit();
    }

    private static boolean isOpen(TicketView ticket) {
        return status(ticket).isHandled();
    }

    private static TicketStatus status(TicketView ticket) {
        return TicketStatus.valueOf(ticket.status().code());
    }

    /** What happens next, as a caller who asks may be told. */
    private static String waiting(ProgressView progress) {
        if (progress.stage() == null) {
            return "正在分类派单";
        }
        return switch (Stage.valueOf(progress.stage().code())) {
            case DISPUTED -> "热线正在核定由哪个单位办理";
            case DISPATCHED -> "等待承办单位签收";
            case IN_PROGRESS, SECOND_HANDLING -> "承办单位正在办理";
            case SUSPENDED -> "暂时不能办理，到期复核";
            case REPLIED -> "答复已收到，正在审核";
            case REVISITING -> "等待回访";
            case CLOSED, CLOSED_UNSOLVABLE -> "正在办结";
        };
    }

    private record Moment(
            Instant at, String words, @Nullable String detail) {}
}
