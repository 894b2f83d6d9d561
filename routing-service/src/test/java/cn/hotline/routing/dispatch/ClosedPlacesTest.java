package cn.hotline.routing.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import cn.hotline.chassis.Cause;
import cn.hotline.followup.contract.FollowupEvent.TicketClosed;
import cn.hotline.intake.contract.IntakeEvent.TicketRegistered;
import cn.hotline.routing.catalogue.Catalogue;
import cn.hotline.routing.catalogue.Recommender;
import cn.hotline.routing.catalogue.model.Confidence;
import cn.hotline.routing.classification.Classifier;
import cn.hotline.routing.classification.DangerEar;
import cn.hotline.routing.classification.Tagger;
import cn.hotline.routing.dispatch.UnitDesk.Answer;
import cn.hotline.routing.dispatch.model.ReplyOutcome;
import cn.hotline.routing.dispatch.model.TicketNumber;
import cn.hotline.routing.knowledge.KnowledgeFiles;
import cn.hotline.routing.place.ConfirmedPlace;
import cn.hotline.routing.place.Divisions;
import cn.hotline.routing.place.Gazetteer;
import cn.hotline.routing.place.InMemoryNameRulings;
import cn.hotline.routing.place.PlaceLearner;
import cn.hotline.routing.place.PlaceSchool;
import cn.hotline.routing.place.Surroundings;
import cn.hotline.routing.place.model.LearnedName;
import cn.hotline.routing.recusal.RecusalRecogniser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Mono;

class ClosedPlacesTest {

    private static final KnowledgeFiles FILES = KnowledgeFiles.ofClassPath();
    private static final Divisions DIVISIONS = Divisions.load(FILES);

    private final Desks desks = new Desks();
    private int sequence;
    private final ClosedPlaces places = new ClosedPlaces(desks.dispatches, DIVISIONS, desks.clock);

    @Test
    void aTicketTeachesWhereItWasClosedAndNotBefore() {
        closed(Tickets.plain("XN261123-000001"));
        heard(desks.dispatching.open(Tickets.plain("XN261123-000002")));
        assertThat(places.newest().collectList().blockOptional().orElseThrow())
                .extracting(ConfirmedPlace::countyCode)
                .containsExactly("630103");
    }

    @Test
    void theStreetIsToldUnlessOnlyLearnedNamesHadSaidSo() {
        closed(Tickets.registered("XN261123-000001", "物业不打扫", "物业公司不打扫楼道。", "城中区南川西路街道", null));
        closed(Tickets.plain("XN261123-000002"));
        assertThat(places.newest().collectList().blockOptional().orElseThrow())
                .extracting(ConfirmedPlace::streetCode)
                .containsExactlyInAnyOrder("630103007", "630103007");
    }

    @Test
    void whatWasClosedInACountyThatIsNoMoreTeachesItsSuccessor(@TempDir Path folder) throws IOException {
        Files.writeString(
                folder.resolve("divisions.tsv"),
                "#version t\ncode\tname\taliases\tfrom\tuntil\tsuccessors\n"
                        + "630103\t城中区\t-\t-\t2026-11-22\t630109\n630109\t新中区\t-\t2026-11-23\n");
        closed(Tickets.plain("XN261123-000001"));

        var reformed = Divisions.load(KnowledgeFiles.of(folder));
        assertThat(new ClosedPlaces(desks.dispatches, reformed, desks.clock)
                        .newest()
                        .collectList()
                        .blockOptional()
                        .orElseThrow())
                .extracting(ConfirmedPlace::countyCode)
                .containsExactly("630109");
    }

    @Test
    void ofThreeClosedTicketsANameIsLearned() {
        for (int i = 1; i <= 3; i++) {
            closed(Tickets.registered("XN261123-00000" + i, "物业不打扫", "柳浪家园物业公司不打扫楼道。", "城中区柳浪家园", null));
        }
        var school = new PlaceSchool(places, new InMemoryNameRulings(), "630100", desks.clock);
        assertThat(school.get().size()).isZero();
        school.learn().block();
        assertThat(school.get().like("柳浪", 9)).extracting(LearnedName::name).containsExactly("柳浪家园");
        assertThat(school.get().tickets()).isEqualTo(3);
    }

    @Test
    void aStreetThatOnlyLearnedNamesLedToDoesNotProveItselfRight() {
        var told = Tickets.registered("XN261123-000001", "物业不打扫", "物业公司不打扫楼道。", "城中区柳浪家园", null);
        var taughtDesks = new Desks(
                heeding(Collections.nCopies(40, new ConfirmedPlace("柳浪家园门口路灯不亮", List.of(), "630103", "630103005"))));
        closed(taughtDesks, told);

        assertThat(taughtDesks
                        .dispatches
                        .all(DispatchFilter.ALL, desks.clock.instant(), 9)
                        .blockFirst()
                        .classification())
                .satisfies(seen -> {
                    assertThat(seen.place().streetCode()).isEqualTo("630103005");
                    assertThat(seen.taughtStreet()).isEqualTo("630103005");
                });
        assertThat(new ClosedPlaces(taughtDesks.dispatches, DIVISIONS, desks.clock)
                        .newest()
                        .collectList()
                        .block())
                .singleElement()
                .satisfies(lesson -> {
                    assertThat(lesson.countyCode()).isEqualTo("630103");
                    assertThat(lesson.streetCode()).isNull();
                });
    }

    private static Assessor heeding(List<ConfirmedPlace> lessons) {
        var taught = new PlaceLearner(3).learn(lessons);
        var catalogue = Catalogue.load(FILES, Desks.CATEGORIES, Desks.UNITS);
        var recommender = new Recommender(
                Desks.CATEGORIES,
                Classifier.load(FILES, Desks.CATEGORIES),
                DangerEar.load(FILES),
                Tagger.load(FILES),
                Gazetteer.load(FILES, DIVISIONS).heeding(() -> taught),
                () -> catalogue,
                RecusalRecogniser.load(FILES, Desks.UNITS),
                Surroundings.load(FILES, DIVISIONS, Desks.UNITS),
                new Confidence(0.6, 0.7));
        return new Assessor(recommender, Desks.CATEGORIES, DIVISIONS);
    }

    private void closed(TicketRegistered told) {
        closed(desks, told);
    }

    private void closed(Desks desks, TicketRegistered told) {
        var number = new TicketNumber(told.number());
        var theirs = new Holding(desks.seenBy(People.CENTRE_CLERK), number, null);
        heard(desks.dispatching.open(told));
        desks.units.acknowledge(theirs).block();
        desks.units
                .reply(
                        theirs,
                        new Answer(
                                true,
                                true,
                                null,
                                ReplyOutcome.EXPLAINED,
                                "物业当天清运了楼道垃圾",
                                "物业当天清运了楼道垃圾",
                                List.of(),
                                null))
                .block();
        heard(desks.dispatching.close(new TicketClosed(told.number(), "REVISITED", desks.clock.instant())));
    }

    private void heard(Mono<?> reaction) {
        reaction.contextWrite(Cause.event("630100", "/intake/ticket", ++sequence, null)
                        .context())
                .block();
    }
}
