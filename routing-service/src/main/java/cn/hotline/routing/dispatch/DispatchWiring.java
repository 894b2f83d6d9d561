package cn.hotline.routing.dispatch;

import cn.hotline.access.audit.AuditLog;
import cn.hotline.chassis.kafka.EventInlet;
import cn.hotline.chassis.kafka.ParkedEvents;
import cn.hotline.chassis.mongo.DocumentStore;
import cn.hotline.chassis.schedule.Repeatedly;
import cn.hotline.followup.contract.FollowupEvent;
import cn.hotline.intake.contract.IntakeEvent;
import cn.hotline.intake.contract.IntakeEvent.CallRecorded;
import cn.hotline.intake.contract.IntakeEvent.TicketSupplemented;
import cn.hotline.intake.contract.IntakeEvent.TicketUrged;
import cn.hotline.routing.RoutingProperties;
import cn.hotline.routing.catalogue.Decisions;
import cn.hotline.routing.catalogue.Recommender;
import cn.hotline.routing.classification.Categories;
import cn.hotline.routing.classification.DangerEar;
import cn.hotline.routing.contract.RoutingEvent;
import cn.hotline.routing.deadline.OpenDeadlines;
import cn.hotline.routing.deadline.PublishedDeadlines;
import cn.hotline.routing.dispatch.kafka.FollowupEventsIn;
import cn.hotline.routing.dispatch.kafka.IntakeEventsIn;
import cn.hotline.routing.dispatch.mongo.MongoDispatches;
import cn.hotline.routing.dispatch.web.BatchController;
import cn.hotline.routing.dispatch.web.BesidePages;
import cn.hotline.routing.dispatch.web.Choices;
import cn.hotline.routing.dispatch.web.Colleagues;
import cn.hotline.routing.dispatch.web.DeadlinePages;
import cn.hotline.routing.dispatch.web.DeskDecisionPages;
import cn.hotline.routing.dispatch.web.DeskPages;
import cn.hotline.routing.dispatch.web.DeskScreen;
import cn.hotline.routing.dispatch.web.DispatchController;
import cn.hotline.routing.dispatch.web.DispatchRequests;
import cn.hotline.routing.dispatch.web.HandlingController;
import cn.hotline.routing.dispatch.web.InboxActPages;
import cn.hotline.routing.dispatch.web.InboxPages;
import cn.hotline.routing.dispatch.web.InboxScreen;
import cn.hotline.routing.dispatch.web.JsonActs;
import cn.hotline.routing.dispatch.web.ListFiles;
import cn.hotline.routing.dispatch.web.Lists;
import cn.hotline.routing.dispatch.web.SignallingDispatches;
import cn.hotline.routing.dispatch.web.UnitRequests;
import cn.hotline.routing.dispatch.web.Viewers;
import cn.hotline.routing.knowledge.KnowledgeFiles;
import cn.hotline.routing.place.Divisions;
import cn.hotline.routing.precedent.Precedents;
import cn.hotline.routing.replycheck.Copies;
import cn.hotline.routing.replycheck.ReplyCheck;
import cn.hotline.routing.roster.Rosters;
import cn.hotline.routing.units.Units;
import cn.hotline.routing.version.InForce;
import cn.hotline.ui.LiveSignals;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import reactor.core.publisher.Flux;
import tools.jackson.databind.json.JsonMapper;

/** 派单与办理. */
@Configuration(proxyBeanMethods = false)
@Import({
    DispatchController.class,
    BatchController.class,
    ListFiles.class,
    HandlingController.class,
    InboxPages.class,
    InboxActPages.class,
    BesidePages.class,
    DeskPages.class,
    DeskDecisionPages.class,
    DeadlinePages.class
})
public class DispatchWiring {

    /** The shortest limit is a quarter of an hour. */
    private static final Duration REMINDED_EVERY = Duration.ofSeconds(15);

    @Bean
    Dispatches dispatches(DocumentStore<RoutingEvent> store, LiveSignals signals) {
        return new SignallingDispatches(new MongoDispatches(store), signals);
    }

    @Bean
    Decisions decisions(Dispatches dispatches) {
        return new DispatchDecisions(dispatches);
    }

    @Bean
    LiveSignals liveSignals() {
        return new LiveSignals();
    }

    @Bean
    Assessor assessor(Recommender recommender, Categories categories, Divisions divisions) {
        return new Assessor(recommender, categories, divisions);
    }

    @Bean
    EmergencyCover emergencyCover(Rosters rosters, Units units) {
        return new EmergencyCover(rosters, units);
    }

    @Bean
    DispatchDesk dispatchDesk(
            Dispatches dispatches, Assessor assessor, EmergencyCover cover, PublishedDeadlines policy, Clock clock) {
        return new DispatchDesk(dispatches, assessor, cover, policy, clock);
    }

    @Bean
    DispatchLessons dispatchLessons(Dispatches dispatches, Clock clock) {
        return new DispatchLessons(dispatches, clock);
    }

    @Bean
    Precedents precedents(
            Dispatches dispatches,
            Categories categories,
            @Value("${hotline.tenant:630100}") String tenant,
            Clock clock) {
        return new Precedents(new DispatchPrecedents(dispatches, clock), categories, tenant);
    }

    @Bean
    ClosedPlaces closedPlaces(Dispatches dispatches, Divisions divisions, Clock clock) {
        return new ClosedPlaces(dispatches, divisions, clock);
    }

    @Bean
    ReplyReading replyReading(Dispatches dispatches, KnowledgeFiles files, DangerEar ear, MeterRegistry meters) {
        ReplyCheck check = ReplyCheck.load(files, ear);
        return new ReplyReading(dispatches, check, Copies.load(files), meters);
    }

    @Bean
    UnitDesk unitDesk(
            Dispatches dispatches,
            Units units,
            Assessor assessor,
            EmergencyCover cover,
            PublishedDeadlines policy,
            ReplyReading reading,
            Clock clock) {
        return new UnitDesk(dispatches, units, assessor, cover, policy, reading, clock);
    }

    @Bean
    SecrecyDesk secrecyDesk(Dispatches dispatches, AuditLog audit, Clock clock) {
        return new SecrecyDesk(dispatches, audit, clock);
    }

    @Bean
    Viewers viewers(Units units, Clock clock) {
        return new Viewers(units, clock);
    }

    @Bean
    DispatchRequests dispatchRequests(Units units, Categories categories, Assessor assessor, Clock clock) {
        return new DispatchRequests(units, categories, assessor, clock);
    }

    @Bean
    Repeatedly successionSchedule(
            Dispatches dispatches, Units units, @Value("${hotline.tenant:630100}") String tenant, Clock clock) {
        Successions successions = new Successions(dispatches, units, clock);
        return new Repeatedly(
                        "Handing over tickets of former units",
                        Duration.ofMinutes(1),
                        Duration.ofHours(1),
                        successions::handOver)
                .by("routing", tenant);
    }

    @Bean
    Repeatedly reminderSchedule(
            Dispatches dispatches,
            Rosters rosters,
            PublishedDeadlines policy,
            @Value("${hotline.tenant:630100}") String tenant,
            Clock clock) {
        Reminders reminders = new Reminders(dispatches, rosters, policy, clock);
        return new Repeatedly("Looking for deadlines to tell of", REMINDED_EVERY, reminders::tell)
                .by("routing", tenant);
    }

    @Bean
    DeskScreen deskScreen(
            Dispatches dispatches,
            DispatchRequests requests,
            Lists lists,
            Viewers viewers,
            Choices choices,
            Precedents precedents,
            Clock clock) {
        return new DeskScreen(dispatches, requests, lists, viewers, choices, precedents, clock);
    }

    @Bean
    InboxScreen inboxScreen(
            Dispatches dispatches, Lists lists, Viewers viewers, Choices choices, Colleagues colleagues, Clock clock) {
        return new InboxScreen(dispatches, lists, viewers, choices, colleagues, clock);
    }

    @Bean
    Colleagues colleagues(Rosters rosters, Clock clock) {
        return new Colleagues(rosters, clock);
    }

    @Bean
    Writers writers(Clock clock) {
        return new Writers(clock);
    }

    @Bean
    OpenDeadlines openDeadlines(Dispatches dispatches, Clock clock) {
        return new RunningClocks(dispatches, clock);
    }

    @Bean
    Recounts recounts(Dispatches dispatches, PublishedDeadlines policy, Clock clock) {
        return new Recounts(dispatches, policy, clock);
    }

    @Bean
    Repeatedly recountSchedule(Recounts recounts, @Value("${hotline.tenant:630100}") String tenant) {
        return new Repeatedly("Counting deadlines anew", InForce.LOOKED_AT, recounts::recount).by("routing", tenant);
    }

    @Bean
    UnitRequests unitRequests(Units units, Clock clock) {
        return new UnitRequests(units, clock);
    }

    @Bean
    WrittenActs writtenActs(
            UnitDesk desk, UnitRequests requests, DispatchDesk dispatching, DispatchRequests theirs, JsonMapper json) {
        return new JsonActs(desk, requests, dispatching, theirs, json);
    }

    @Bean
    Lists lists(Units units, RoutingProperties settings, Clock clock) {
        return new Lists(units, settings.silence(), clock);
    }

    @Bean
    Choices choices(Units units, Categories categories, Clock clock) {
        return Choices.of(units, categories, LocalDate.now(clock));
    }

    @Bean
    EventInlet<IntakeEvent> intakeEvents(DispatchDesk desk, Witness witness, ParkedEvents parked) {
        return new EventInlet<>(
                IntakeEventsIn.FAMILY,
                new IntakeEventsIn(desk)
                        .handlers()
                        .then(told -> changed(told).concatMap(witness::changed).then()),
                parked);
    }

    /** Whose dispatch an event may have changed. */
    private static Flux<String> changed(IntakeEvent told) {
        if (told instanceof CallRecorded) {
            return Flux.empty();
        }
        String master = told instanceof TicketSupplemented supplemented
                ? supplemented.master()
                : told instanceof TicketUrged urged ? urged.master() : null;
        return master == null ? Flux.just(told.number()) : Flux.just(told.number(), master);
    }

    @Bean
    EventInlet<FollowupEvent> followupEvents(DispatchDesk desk, Witness witness, ParkedEvents parked) {
        return new EventInlet<>(
                FollowupEventsIn.FAMILY,
                new FollowupEventsIn(desk).handlers().then(told -> witness.changed(told.number())),
                parked);
    }
}
