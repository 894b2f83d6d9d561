package cn.hotline.intake.registration.web;

import cn.hotline.chassis.web.Coded;
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
                registration.attachments(),
                ProgressView.of(progress),
                ticket.corrections().stream()
                        .map(correction -> new CorrectionView(correction.reason(), correction.at()))
                        .toList(),
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
}
