package cn.hotline.intake.registration.web;

import cn.hotline.chassis.Termed.Coded;
import cn.hotline.intake.codes.Channels;
import cn.hotline.intake.codes.Codes;
import cn.hotline.intake.codes.model.Category;
import cn.hotline.intake.codes.model.Channel;
import cn.hotline.intake.codes.model.Division;
import cn.hotline.intake.progress.model.Progress;
import cn.hotline.intake.registration.model.Arrival;
import cn.hotline.intake.registration.model.Attached;
import cn.hotline.intake.registration.model.Caller;
import cn.hotline.intake.registration.model.Decision;
import cn.hotline.intake.registration.model.Hazard;
import cn.hotline.intake.registration.model.Matter;
import cn.hotline.intake.registration.model.Place;
import cn.hotline.intake.registration.model.Registration;
import cn.hotline.intake.registration.model.Sequel;
import cn.hotline.intake.registration.model.Ticket;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A ticket as it is shown: caller and texts masked, codes with their terms, with its progress. */
record TicketView(
        String number,
        Coded status,
        Coded kind,
        Coded channel,
        @Nullable String externalId,
        @Nullable String callId,
        String title,
        String content,
        PlaceView place,
        @Nullable Coded category,
        @Nullable Coded urgency,
        @Nullable HazardView hazard,
        CallerView caller,
        @Nullable String answer,
        @Nullable String reason,
        List<Attached> attachments,
        ProgressView progress,
        List<CorrectionView> corrections,
        SequelView sequel,
        Instant receivedAt,
        Instant registeredAt,
        long version) {

    /** Stands where a title would. */
    private static final String WITHHELD = "保密诉求";

    static TicketView of(Ticket ticket, Progress progress, Channels channels, Codes codes) {
        Matter matter = ticket.shown();
        Registration registration = ticket.registration();
        Arrival arrival = registration.arrival();
        Decision decision = registration.decision();
        Caller caller = registration.caller();
        return new TicketView(
                ticket.number().value(),
                Coded.of(ticket.status()),
                Coded.of(matter.kind()),
                new Coded(
                        arrival.channel(),
                        channels.find(arrival.channel()).map(Channel::term).orElse("")),
                arrival.externalId(),
                arrival.callId(),
                matter.title(),
                matter.content(),
                PlaceView.of(matter.place(), ticket.divisionCode().orElse(""), codes),
                ticket.category()
                        .map(code -> new Coded(
                                code, codes.category(code).map(Category::term).orElse("")))
                        .orElse(null),
                Coded.ofNullable(ticket.urgency().orElse(null)),
                HazardView.of(matter.hazard()),
                CallerView.of(caller),
                decision.answer(),
                decision.reason(),
                ticket.attachments(),
                ProgressView.of(progress),
                ticket.corrections().stream()
                        .map(correction -> new CorrectionView(correction.reason(), correction.at()))
                        .toList(),
                SequelView.of(ticket.sequel()),
                arrival.receivedAt(),
                registration.at(),
                ticket.edition());
    }

    /** As somebody sees it for whom it is too confidential: which, how far, and until when. */
    TicketView withheld() {
        return new TicketView(
                number,
                status,
                kind,
                channel,
                null,
                null,
                WITHHELD,
                "内容保密，只有指定的人员可以查看。",
                PlaceView.WITHHELD,
                null,
                urgency,
                null,
                new CallerView(CallerView.WITHHELD, null, caller.anonymous(), true, caller.wantsReply()),
                null,
                null,
                List.of(),
                progress,
                List.of(),
                sequel.withheld(),
                receivedAt,
                registeredAt,
                version);
    }

    /** Names come from the division the operator chose, else from where routing found the matter to lie. */
    record PlaceView(
            @Nullable String text,
            @Nullable String divisionCode,
            @Nullable String county,
            @Nullable String street,
            @Nullable String community,
            @Nullable Double longitude,
            @Nullable Double latitude) {

        static final PlaceView WITHHELD = new PlaceView(null, null, null, null, null, null, null);

        static PlaceView of(Place place, String division, Codes codes) {
            return new PlaceView(
                    place.text(),
                    division.isEmpty() ? null : division,
                    name(division, 6, codes),
                    name(division, 9, codes),
                    name(division, 12, codes),
                    place.longitude(),
                    place.latitude());
        }

        private static @Nullable String name(String code, int digits, Codes codes) {
            return code.length() < digits
                    ? null
                    : codes.division(code.substring(0, digits))
                            .map(Division::name)
                            .orElse(null);
        }
    }

    record HazardView(Coded kind, Coded severity) {

        static @Nullable HazardView of(@Nullable Hazard hazard) {
            return hazard == null ? null : new HazardView(Coded.of(hazard.kind()), Coded.of(hazard.severity()));
        }
    }

    record CallerView(
            @Nullable String name,
            @Nullable String phone,
            boolean anonymous,
            boolean confidential,
            boolean wantsReply) {

        static final String WITHHELD = "保密";

        static CallerView of(Caller caller) {
            return new CallerView(
                    caller.name(),
                    caller.phone(),
                    caller.wishes().anonymous(),
                    caller.wishes().confidential(),
                    caller.wishes().reply());
        }
    }

    record ProgressView(
            @Nullable Coded stage,
            @Nullable String unit,
            @Nullable Instant finishBy,
            List<StepView> steps) {

        static ProgressView of(Progress progress) {
            return new ProgressView(
                    progress.stage().map(Coded::of).orElse(null),
                    progress.unit().orElse(null),
                    progress.finishBy().orElse(null),
                    progress.steps().stream()
                            .map(step -> new StepView(step.at(), Coded.of(step.stage()), step.unit()))
                            .toList());
        }
    }

    record StepView(Instant at, Coded stage, @Nullable String unit) {}

    record CorrectionView(String reason, Instant at) {}

    /**
     * What came after the registration.
     *
     * @param follows the merge that holds; null when it stands alone
     * @param leads whether others are merged into it
     * @param undone merges into others that were undone, oldest first
     */
    record SequelView(
            List<SupplementView> supplements,
            List<UrgeView> urges,
            @Nullable WithdrawalView withdrawal,
            @Nullable FollowingView follows,
            boolean leads,
            List<FollowingView> undone) {

        static SequelView of(Sequel sequel) {
            Sequel.Withdrawal withdrawal = sequel.withdrawal();
            return new SequelView(
                    sequel.supplements().stream()
                            .map(one -> new SupplementView(
                                    one.content(),
                                    one.attachments().stream().map(Attached::id).toList(),
                                    one.at()))
                            .toList(),
                    sequel.urges().stream()
                            .map(one -> new UrgeView(one.note(), one.at()))
                            .toList(),
                    withdrawal == null ? null : new WithdrawalView(withdrawal.reason(), withdrawal.at()),
                    sequel.follows() == null ? null : FollowingView.of(sequel.follows(), null),
                    !sequel.leads().isEmpty(),
                    sequel.undone().stream()
                            .map(former -> FollowingView.of(former.merge(), former.at()))
                            .toList());
        }

        SequelView withheld() {
            return new SequelView(List.of(), List.of(), null, follows, leads, undone);
        }
    }

    /** @param attachments ids of its files, which stand among those of the ticket */
    record SupplementView(String content, List<String> attachments, Instant at) {}

    record UrgeView(@Nullable String note, Instant at) {}

    record WithdrawalView(String reason, Instant at) {}

    /** @param undoneAt null while it holds */
    record FollowingView(
            String master,
            String merge,
            String reason,
            Instant at,
            @Nullable Instant undoneAt) {

        static FollowingView of(Sequel.Following merge, @Nullable Instant undoneAt) {
            return new FollowingView(merge.master().value(), merge.merge(), merge.reason(), merge.at(), undoneAt);
        }
    }
}
