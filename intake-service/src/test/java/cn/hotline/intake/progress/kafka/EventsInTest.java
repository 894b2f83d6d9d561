package cn.hotline.intake.progress.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import cn.hotline.chassis.Cause;
import cn.hotline.chassis.event.EventFamily;
import cn.hotline.chassis.event.EventHandlers;
import cn.hotline.followup.contract.FollowupEvent;
import cn.hotline.intake.Samples;
import cn.hotline.intake.Story;
import cn.hotline.intake.progress.model.Progress;
import cn.hotline.intake.progress.model.Progress.Clerk;
import cn.hotline.intake.progress.model.Stage;
import cn.hotline.intake.registration.InMemoryIntake;
import cn.hotline.intake.registration.model.Attached;
import cn.hotline.intake.registration.model.Decision;
import cn.hotline.intake.registration.model.Ticket;
import cn.hotline.intake.registration.model.TicketStatus;
import cn.hotline.routing.contract.RoutingEvent;
import java.io.IOException;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** The golden samples of routing and followup, through the tables that meet them on Kafka. */
class EventsInTest {

    /** The file that the samples name. */
    private static final String SHOWN = "0f1d2c3b-4a59-4687-9768-5a4b3c2d1e0f";

    private final InMemoryIntake intake = new InMemoryIntake();
    private long sequence;

    @BeforeEach
    void theTicketTheSamplesSpeakOf() {
        intake.tickets.open(Story.registered(Decision.forward())).block();
        assertThat(intake.callers.unnumbered().block().token())
                .as("the caller of the story")
                .isEqualTo("c-1");
    }

    @ParameterizedTest
    @MethodSource("routing")
    void everySampleOfRoutingIsUnderstood(String wireName) throws IOException {
        String file = named(wireName);
        intake.files.put(file, new Attached(file, "现场.jpg", 1_000, "image/jpeg"));
        hear("routing", wireName);
        assertThat(intake.tickets.contradictions()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("followup")
    void everySampleOfFollowupIsUnderstood(String wireName) throws IOException {
        hear("followup", wireName);
        assertThat(intake.tickets.contradictions()).isEmpty();
    }

    @Test
    void aClassifiedTicketKnowsClassAndPlace() throws IOException {
        hear("routing", "cn.hotline.routing.ticket-classified.v1");
        assertThat(ticket().category()).isPresent();
        assertThat(ticket().urgency()).isPresent();
        assertThat(ticket().finding().divisionCode()).isNotNull();
        assertThat(ticket().edition()).isEqualTo(1);
    }

    @Test
    void theCourseOfATicketIsToldAsItHappened() throws IOException {
        hear("routing", "cn.hotline.routing.ticket-dispatched.v1");
        assertThat(progress().stage()).contains(Stage.DISPATCHED);
        assertThat(progress().unit()).isPresent();
        assertThat(progress().finishBy()).isPresent();
        hear("routing", "cn.hotline.routing.ticket-acknowledged.v1");
        assertThat(progress().stage()).contains(Stage.IN_PROGRESS);
        hear("routing", "cn.hotline.routing.ticket-replied.v1");
        hear("followup", "cn.hotline.followup.revisit-attempted.v1");
        assertThat(progress().stage()).contains(Stage.REVISITING);
    }

    @Test
    void whoTurnsOutToBeAccusedHoldsTheTicketNoLonger() throws IOException {
        hear("routing", "cn.hotline.routing.ticket-dispatched.v1");
        assertThat(progress().holders()).isNotEmpty();
        hear("routing", "cn.hotline.routing.dispatch-recalled.v1");
        assertThat(progress().holders()).isEmpty();
        assertThat(progress().unit()).contains("12345热线");
        assertThat(progress().finishBy()).isPresent();
    }

    @Test
    void whomAUnitNamesIsKnownAndNoStepOfTheCallers() throws IOException {
        hear("routing", "cn.hotline.routing.ticket-dispatched.v1");
        hear("routing", "cn.hotline.routing.clerk-named.v1");
        hear("routing", "cn.hotline.routing.clerk-named.v1");
        assertThat(progress().clerks()).containsExactly(new Clerk("630103", "unit-630103"));
        assertThat(progress().steps()).hasSize(1);
    }

    @Test
    void whenTheCalendarMovesADeadlineTheCallerIsPromisedTheNewOne() throws IOException {
        hear("routing", "cn.hotline.routing.ticket-dispatched.v1");
        hear("routing", "cn.hotline.routing.deadlines-recomputed.v1");
        assertThat(progress().finishBy()).contains(Instant.parse("2024-10-09T02:00:00Z"));
        assertThat(progress().stage()).contains(Stage.DISPATCHED);
    }

    @Test
    void aClosedTicketIsClosedHereToo() throws IOException {
        hear("followup", "cn.hotline.followup.ticket-closed.v1");
        assertThat(ticket().status()).isEqualTo(TicketStatus.CLOSED);
        assertThat(progress().stage()).contains(Stage.CLOSED);
    }

    @Test
    void anExcludedTicketIsClosedUntilTheCallersAppealIsAllowed() throws IOException {
        hear("followup", "cn.hotline.followup.ticket-excluded.v1");
        assertThat(ticket().status()).isEqualTo(TicketStatus.CLOSED);
        assertThat(progress().stage()).contains(Stage.CLOSED_UNSOLVABLE);
        assertThat(progress().appealUntil()).isPresent();

        hear("followup", "cn.hotline.followup.exclusion-revoked.v1");
        assertThat(ticket().status()).isEqualTo(TicketStatus.FORWARDED);
        assertThat(progress().stage()).contains(Stage.REVISITING);
        assertThat(intake.tickets.contradictions()).isEmpty();
    }

    @Test
    void theFilesAUnitNamesAreTheTicketsOnceEach() throws IOException {
        intake.files.put(SHOWN, new Attached(SHOWN, "现场.jpg", 1_000, "image/jpeg"));
        hear("routing", "cn.hotline.routing.return-requested.v1");
        hear("routing", "cn.hotline.routing.ticket-replied.v1");
        assertThat(ticket().attachments()).extracting(Attached::id).containsExactly(SHOWN);
        assertThat(progress().stage()).contains(Stage.REPLIED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"passed-down-replied", "passed-down-ended"})
    void whatAUnitBelowShowsIsTheTicketsToo(String told) throws IOException {
        String wireName = "cn.hotline.routing." + told + ".v1";
        String file = named(wireName);
        intake.files.put(file, new Attached(file, "现场.jpg", 1_000, "image/jpeg"));
        hear("routing", wireName);
        assertThat(ticket().attachments()).extracting(Attached::id).containsExactly(file);
    }

    @Test
    void filesThatAreNotThereAreLeftOutAndNoted() throws IOException {
        hear("routing", "cn.hotline.routing.ticket-replied.v1");
        assertThat(ticket().attachments()).isEmpty();
        assertThat(intake.tickets.contradictions()).hasSize(1);
        assertThat(progress().stage()).contains(Stage.REPLIED);
    }

    static Set<String> routing() {
        return RoutingEvent.WIRE_NAMES.keySet();
    }

    static Set<String> followup() {
        return FollowupEvent.WIRE_NAMES.keySet();
    }

    /** The one file that a sample names; nothing where it names none. */
    private static String named(String wireName) throws IOException {
        return JsonMapper.shared()
                .readTree(Samples.read("routing", wireName))
                .path("attachments")
                .path(0)
                .asString();
    }

    private void hear(String publisher, String wireName) throws IOException {
        if (publisher.equals("routing")) {
            hear(
                    RoutingEventsIn.FAMILY,
                    new RoutingEventsIn(intake.progress, intake.registration, intake.sequel).handlers(),
                    publisher,
                    wireName);
        } else {
            hear(
                    FollowupEventsIn.FAMILY,
                    new FollowupEventsIn(intake.progress, intake.registration).handlers(),
                    publisher,
                    wireName);
        }
    }

    private <E> void hear(EventFamily<E> family, EventHandlers<E> handlers, String publisher, String wireName)
            throws IOException {
        E event = family.read(wireName, Samples.read(publisher, wireName));
        assertThat(family.subjectOf(event)).isEqualTo(Story.NUMBER.value());
        Cause cause = Cause.event("630100", "/" + publisher + "/test", ++sequence, null);
        handlers.handle(event).contextWrite(cause.context()).block();
    }

    private Ticket ticket() {
        return intake.tickets.find(Story.NUMBER).blockOptional().orElseThrow();
    }

    private Progress progress() {
        return intake.progresses.find(Story.NUMBER.value()).blockOptional().orElseThrow();
    }
}
