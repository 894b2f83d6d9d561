package cn.hotline.intake.registration.web;

import cn.hotline.chassis.PersonalData;
import cn.hotline.chassis.Versioned;
import cn.hotline.chassis.web.Coded;
import cn.hotline.intake.codes.Channels;
import cn.hotline.intake.codes.Codes;
import cn.hotline.intake.codes.model.Channel;
import cn.hotline.intake.progress.model.Progress;
import cn.hotline.intake.registration.model.Caller;
import cn.hotline.intake.registration.model.Decision;
import cn.hotline.intake.registration.model.Hazard;
import cn.hotline.intake.registration.model.Matter;
import cn.hotline.intake.registration.model.Place;
import cn.hotline.intake.registration.model.Ticket;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
        ProgressView progress,
        List<CorrectionView> corrections,
        Instant receivedAt,
        Instant registeredAt,
        long version) {

    static TicketView of(Versioned<Ticket> stored, Progress progress, Channels channels, Codes codes) {
        Ticket ticket = stored.state();
        Matter matter = ticket.shown();
        Decision decision = ticket.decision();
        Caller caller = ticket.caller();
        return new TicketView(
                ticket.number().value(),
                Coded.of(ticket.status()),
                Coded.of(matter.kind()),
                new Coded(
                        ticket.arrival().channel(),
                        channels.find(ticket.arrival().channel())
                                .map(Channel::term)
                                .orElse("")),
                ticket.arrival().externalId(),
                ticket.arrival().callId(),
                matter.title(),
                matter.content(),
                PlaceView.of(matter.place(), progress.located(), codes),
                matter.category() == null
                        ? null
                        : new Coded(
                                matter.category(),
                                codes.categoryTerm(matter.category()).orElse("")),
                Coded.ofNullable(matter.urgency()),
                HazardView.of(matter.hazard()),
                CallerView.of(caller),
                decision.answer() == null ? null : caller.mask(decision.answer()),
                decision.reason() == null ? null : caller.mask(decision.reason()),
                ProgressView.of(progress),
                ticket.corrections().stream()
                        .map(correction -> new CorrectionView(caller.mask(correction.reason()), correction.at()))
                        .toList(),
                ticket.arrival().receivedAt(),
                ticket.registeredAt(),
                stored.version());
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

        static PlaceView of(Place place, Progress.@Nullable Located located, Codes codes) {
            Optional<Progress.Located> found = Optional.ofNullable(located);
            String code = place.divisionCode();
            return new PlaceView(
                    place.text(),
                    code,
                    name(code, 6, codes)
                            .or(() -> found.map(Progress.Located::county))
                            .orElse(null),
                    name(code, 9, codes)
                            .or(() -> found.map(Progress.Located::street))
                            .orElse(null),
                    name(code, 12, codes)
                            .or(() -> found.map(Progress.Located::community))
                            .orElse(null),
                    place.longitude(),
                    place.latitude());
        }

        private static Optional<String> name(@Nullable String code, int digits, Codes codes) {
            return code == null || code.length() < digits
                    ? Optional.empty()
                    : codes.divisionName(code.substring(0, digits));
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

        static CallerView of(Caller caller) {
            return new CallerView(
                    caller.name() == null ? null : PersonalData.maskName(caller.name()),
                    caller.phone() == null ? null : PersonalData.maskPhone(caller.phone()),
                    caller.anonymous(),
                    caller.confidential(),
                    caller.wantsReply());
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
