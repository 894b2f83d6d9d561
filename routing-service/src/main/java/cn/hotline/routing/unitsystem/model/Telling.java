package cn.hotline.routing.unitsystem.model;

import cn.hotline.chassis.PersonalData;
import cn.hotline.routing.contract.RoutingEvent.Unit;
import cn.hotline.routing.contract.UnitNotice;
import cn.hotline.routing.contract.UnitNotice.DispatchChanged;
import cn.hotline.routing.contract.UnitNotice.DispatchGiven;
import cn.hotline.routing.contract.UnitNotice.DispatchRevoked;
import cn.hotline.routing.contract.UnitNotice.Errand;
import cn.hotline.routing.contract.UnitNotice.Happened;
import cn.hotline.routing.contract.UnitNotice.Task;
import cn.hotline.routing.dispatch.model.Appeal;
import cn.hotline.routing.dispatch.model.Assignment;
import cn.hotline.routing.dispatch.model.Dispatch;
import cn.hotline.routing.dispatch.model.Handling;
import cn.hotline.routing.dispatch.model.Share;
import cn.hotline.routing.dispatch.model.Step;
import cn.hotline.routing.dispatch.model.StepKind;
import cn.hotline.routing.dispatch.model.Topic;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a unit's system must be told of one ticket, by what it was told last and how the ticket stands now. Whichever
 * event made somebody look, and however many were missed in between, the next notice makes the two alike.
 */
public final class Telling {

    /** What concerns the hotline's own people only. */
    private static final Set<StepKind> NOT_FOR_UNITS =
            EnumSet.of(StepKind.TAKEN_BY_NAME, StepKind.NEED_ASKED, StepKind.OPENED_IN_NEED, StepKind.CLEARED);

    private Telling() {}

    /** Empty where the system knows all there is to know. */
    public static Optional<UnitNotice> next(
            UnitSystem system, Dispatch ticket, @Nullable UnitNotice last, Instant now) {
        Task known = taskOf(last);
        Optional<Part> part = partOf(system, ticket, now);
        if (part.isEmpty()) {
            return known == null
                    ? Optional.empty()
                    : Optional.of(new DispatchRevoked(ticket.number().value(), now));
        }
        if (known == null) {
            Instant from = part.get().has().timing().startedAt();
            return Optional.of(new DispatchGiven(
                    task(ticket, part.get(), step -> !step.at().isBefore(from)), now));
        }
        Instant heard = heardUpTo(known, last);
        Task task = task(ticket, part.get(), step -> step.at().isAfter(heard));
        return task.course().isEmpty() && without(task).equals(without(known))
                ? Optional.empty()
                : Optional.of(new DispatchChanged(task, now));
    }

    /** What the unit has of the ticket, as far as it opens to its system. */
    private static Optional<Part> partOf(UnitSystem system, Dispatch ticket, Instant now) {
        String unit = system.unit().code();
        Handling handling = ticket.handling();
        if (handling == null || !ticket.holders().contains(unit) || !ticket.opensTo(system.viewer(now))) {
            return Optional.empty();
        }
        return handling.lead().unit().code().equals(unit)
                ? Optional.of(Part.ofLead(handling))
                : handling.helper(unit).map(Part::ofHelper).or(() -> handling.share(unit)
                        .map(Part::ofShare));
    }

    private static @Nullable Task taskOf(@Nullable UnitNotice notice) {
        if (notice instanceof DispatchGiven given) {
            return given.task();
        }
        return notice instanceof DispatchChanged changed ? changed.task() : null;
    }

    private static Instant heardUpTo(Task known, @Nullable UnitNotice last) {
        return known.course().isEmpty()
                ? Objects.requireNonNull(last).at()
                : known.course().get(known.course().size() - 1).at();
    }

    private static Task task(Dispatch ticket, Part part, Predicate<Step> news) {
        Handling handling = Objects.requireNonNull(ticket.handling());
        Appeal appeal = ticket.appeal();
        Topic topic = ticket.classification().topic();
        return new Task(
                ticket.number().value(),
                part.role(),
                ticket.status().name(),
                ticket.status().term(),
                appeal.kind().name(),
                PersonalData.mask(appeal.title()),
                PersonalData.mask(appeal.content()),
                masked(appeal.place()),
                ticket.classification().place(),
                topic == null ? null : topic.code(),
                topic == null ? null : topic.term(),
                ticket.classification().urgency().name(),
                appeal.hazard(),
                appeal.confidential(),
                units(handling),
                handling.rule(),
                part.has().timing().deadlines(),
                part.finishBy(),
                handling.round(),
                part.errand(),
                ticket.steps().stream()
                        .filter(step -> !NOT_FOR_UNITS.contains(step.kind()))
                        .filter(news)
                        .map(Telling::happened)
                        .toList(),
                appeal.receivedAt());
    }

    private static List<Unit> units(Handling handling) {
        return Stream.of(
                        Stream.of(handling.lead()),
                        handling.below().stream().map(Share::to),
                        handling.helpers().stream())
                .flatMap(Function.identity())
                .map(Assignment::unit)
                .toList();
    }

    private static Happened happened(Step step) {
        return new Happened(
                step.at(),
                step.kind().name(),
                step.kind().term(),
                PersonalData.mask(step.words()),
                masked(step.detail()));
    }

    private static @Nullable String masked(@Nullable String text) {
        return text == null ? null : PersonalData.mask(text);
    }

    private static Task without(Task task) {
        return new Task(
                task.number(),
                task.role(),
                task.status(),
                task.statusTerm(),
                task.kind(),
                task.title(),
                task.content(),
                task.address(),
                task.place(),
                task.category(),
                task.categoryTerm(),
                task.urgency(),
                task.hazard(),
                task.confidential(),
                task.units(),
                task.rule(),
                task.deadlines(),
                task.finishBy(),
                task.round(),
                task.errand(),
                List.of(),
                task.receivedAt());
    }

    /** What one unit has of a ticket: leads it, helps, or had it passed down (下交). */
    private record Part(
            String role,
            Assignment has,
            Instant finishBy,
            @Nullable Errand errand) {

        static Part ofLead(Handling handling) {
            return new Part("LEAD", handling.lead(), handling.ownFinishBy(), null);
        }

        static Part ofHelper(Assignment helper) {
            Instant own = helper.timing().deadlines().finishBy();
            var errand = helper.errand();
            return errand == null
                    ? new Part("CO", helper, own, null)
                    : new Part(
                            "CO",
                            helper,
                            errand.dueAt() == null ? own : errand.dueAt(),
                            new Errand(masked(errand.note()), errand.dueAt()));
        }

        static Part ofShare(Share share) {
            Instant own = share.to().timing().deadlines().finishBy();
            return new Part("BELOW", share.to(), own, new Errand(masked(share.note()), own));
        }
    }
}
