package cn.hotline.intake.registration;

import static cn.hotline.intake.Story.NOW;
import static cn.hotline.intake.registration.TicketFilter.ALL;
import static cn.hotline.intake.registration.TicketOrder.NEWEST_FIRST;
import static cn.hotline.intake.registration.TicketOrder.OLDEST_FIRST;
import static org.assertj.core.api.Assertions.assertThat;

import cn.hotline.chassis.Cause;
import cn.hotline.intake.Story;
import cn.hotline.intake.codes.model.ChannelFamily;
import cn.hotline.intake.registration.TicketFilter.Received;
import cn.hotline.intake.registration.TicketFilter.Sought;
import cn.hotline.intake.registration.TicketFilter.Traits;
import cn.hotline.intake.registration.model.Arrival;
import cn.hotline.intake.registration.model.Attached;
import cn.hotline.intake.registration.model.Caller;
import cn.hotline.intake.registration.model.Caller.Wishes;
import cn.hotline.intake.registration.model.Decision;
import cn.hotline.intake.registration.model.Finding;
import cn.hotline.intake.registration.model.Hazard;
import cn.hotline.intake.registration.model.HazardKind;
import cn.hotline.intake.registration.model.HazardSeverity;
import cn.hotline.intake.registration.model.Kind;
import cn.hotline.intake.registration.model.Matter;
import cn.hotline.intake.registration.model.Place;
import cn.hotline.intake.registration.model.Registration;
import cn.hotline.intake.registration.model.Sealed;
import cn.hotline.intake.registration.model.Ticket;
import cn.hotline.intake.registration.model.TicketNumber;
import cn.hotline.intake.registration.model.TicketStatus;
import cn.hotline.intake.registration.model.Urgency;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** What every implementation of {@link Tickets} promises; run by the one in memory and by the one in the store. */
public abstract class TicketsContract {

    private static final Arrival WEB = new Arrival("WECHAT", ChannelFamily.WEB, "wx-1", null, NOW.minusSeconds(60));
    private static final TicketNumber LAMP = number(1);
    private static final TicketNumber NOISE = number(2);
    private static final TicketNumber FIRE = number(3);

    private static final Sealed SEALED =
            new Sealed("c-1", List.of(new Sealed.Text("name", Story.SEAL.close("x/name", Story.NAME))));

    private Tickets tickets;

    protected abstract Tickets tickets();

    @BeforeEach
    void threeTickets() {
        tickets = tickets();
        open(LAMP, Story.byPhone(null), Decision.forward(), matter(Kind.HELP, "路灯不亮 (3 天) .*", null, "630104"));
        open(NOISE, WEB, Story.answered(), matter(Kind.COMPLAINT, "工地夜里噪音 😀", "EE-NOISE", "630105001"));
        open(FIRE, Story.byPhone("x"), Decision.forward(), matter(Kind.COMPLAINT, "消防通道被堵", null, null));
    }

    @Test
    void aTicketComesBackAsItWasSaved() {
        Matter whole = new Matter(
                Kind.REPORT,
                "标题",
                "内容\n第二行",
                new Place("海湖花园", "630104003", 101.7, 36.6),
                "EM-FIRE",
                Urgency.URGENT,
                new Hazard(HazardKind.FIRE_SAFETY, HazardSeverity.MAJOR),
                NOW.minusSeconds(5));
        Ticket saved = open(number(4), Story.inCall("CXN240618-000001"), Story.answered(), whole);
        assertThat(asked(tickets.find(number(4)))).isEqualTo(saved);
    }

    @Test
    void whatIsCorrectedAndClassifiedComesBackToo() {
        Ticket corrected = asked(tickets.change(
                LAMP, ticket -> ticket.correct(1, matter(Kind.HELP, "路灯亮了", null, null), "更正", SEALED, NOW)));
        Ticket classified = asked(
                tickets.change(LAMP, ticket -> ticket.classify(new Finding("UM-LAMP", Urgency.SIMPLE, "630104003"))));
        assertThat(corrected.edition()).isEqualTo(2);
        assertThat(asked(tickets.find(LAMP))).isEqualTo(classified);
    }

    @Test
    void whatCameLaterComesBackTooAndFollowersAreFound() {
        asked(tickets.change(
                LAMP,
                ticket -> ticket.supplement(
                        "又坏一盏", List.of(new Attached("f-1", "照片.jpg", 3, "image/jpeg")), SEALED, "operator", NOW)));
        asked(tickets.change(LAMP, ticket -> ticket.urge(null, SEALED, "operator", NOW)));
        asked(tickets.change(FIRE, ticket -> ticket.lead("m-1")));
        Ticket merged = asked(tickets.change(LAMP, ticket -> ticket.follow(FIRE, "m-1", "同一处", "operator", NOW)));
        assertThat(asked(tickets.find(LAMP))).isEqualTo(merged);
        assertFound(TicketFilter.following(FIRE), LAMP);
        Ticket alone = asked(tickets.change(LAMP, ticket -> ticket.standAlone("m-1", "operator", NOW)));
        assertThat(asked(tickets.find(LAMP))).isEqualTo(alone);
        assertFound(TicketFilter.following(FIRE));
        Ticket withdrawn = asked(tickets.change(LAMP, ticket -> ticket.withdraw("不用了", SEALED, "operator", NOW)));
        assertThat(asked(tickets.find(LAMP))).isEqualTo(withdrawn);
    }

    @Test
    void aNumberIsOpenedOnce() {
        var again = asked(tickets.open(Ticket.register(
                LAMP, registration(WEB, Decision.forward()), matter(Kind.OTHER, "另一件", null, null), null)));
        assertThat(again.opened()).isFalse();
        assertThat(again.stored().state().matter().content()).startsWith("路灯不亮");
    }

    @Test
    void theNewestComeFirst() {
        assertThat(listed(ALL)).containsExactly(FIRE, LAMP, NOISE);
        assertThat(asked(tickets.list(ALL, OLDEST_FIRST, 0, 10)
                        .map(Ticket::number)
                        .collectList()))
                .containsExactly(NOISE, LAMP, FIRE);
    }

    @Test
    void everyTicketStandsOnOnePage() {
        List<TicketNumber> paged = new ArrayList<>();
        for (int skip = 0; skip < 3; skip++) {
            paged.addAll(asked(
                    tickets.list(ALL, NEWEST_FIRST, skip, 1).map(Ticket::number).collectList()));
        }
        assertThat(paged).containsExactly(FIRE, LAMP, NOISE);
    }

    @Test
    void aNumberFindsItsTicket() {
        assertFound(sought(new Sought(LAMP, null, null, null)), LAMP);
        assertFound(sought(new Sought(number(9), null, null, null)));
    }

    @Test
    void wordsAreFoundInTheText() {
        assertFound(sought(new Sought(null, "噪音", null, null)), NOISE);
        assertFound(sought(new Sought(null, "😀", null, null)), NOISE);
        assertFound(sought(new Sought(null, "路灯", null, null)), LAMP);
        assertFound(sought(new Sought(null, "没有这样的字", null, null)));
    }

    @Test
    void wordsAreWordsAndNoPattern() {
        assertFound(sought(new Sought(null, "(3 天) .*", null, null)), LAMP);
        assertFound(sought(new Sought(null, ".*", null, null)), LAMP);
        assertFound(sought(new Sought(null, "[", null, null)));
    }

    @Test
    void aCallersTicketsAreFoundByToken() {
        assertFound(TicketFilter.ofCaller("c-1", "colleague"), FIRE, LAMP, NOISE);
        assertFound(TicketFilter.ofCaller("c-2", "colleague"));
    }

    @Test
    void traitsNarrowTheList() {
        assertFound(traits(new Traits(TicketStatus.CLOSED_DIRECT, null, null, null, null)), NOISE);
        assertFound(traits(new Traits(null, Kind.COMPLAINT, null, null, null)), FIRE, NOISE);
        assertFound(traits(new Traits(null, null, "WECHAT", null, null)), NOISE);
        assertFound(traits(new Traits(null, Kind.HELP, "WECHAT", null, null)));
    }

    @Test
    void aCountyHoldsItsStreets() {
        assertFound(traits(new Traits(null, null, null, null, "630105")), NOISE);
        assertFound(traits(new Traits(null, null, null, null, "630105001")), NOISE);
        assertFound(traits(new Traits(null, null, null, null, "630104")), LAMP);
    }

    @Test
    void whatRoutingFoundCountsWhereTheOperatorLeftItOpen() {
        for (TicketNumber number : List.of(LAMP, NOISE, FIRE)) {
            asked(tickets.change(number, ticket -> ticket.classify(new Finding("EM-FIRE", null, "630102001"))));
        }
        assertFound(traits(new Traits(null, null, null, "EM-FIRE", null)), FIRE, LAMP);
        assertFound(traits(new Traits(null, null, null, "EE-NOISE", null)), NOISE);
        assertFound(traits(new Traits(null, null, null, null, "630102")), FIRE);
    }

    @Test
    void aConfidentialTicketIsFoundNeitherByWhatItIsAboutNorByWhoCalls() {
        Caller caller = Story.registration(Decision.forward()).caller();
        Registration secret = new Registration(
                Story.byPhone("s"),
                new Caller(caller.name(), caller.phone(), caller.token(), new Wishes(false, true, true)),
                Decision.forward(),
                List.of(),
                "operator",
                NOW);
        asked(tickets.open(
                Ticket.register(number(5), secret, matter(Kind.REPORT, "工地夜里噪音", "EE-NOISE", "630105001"), SEALED)));

        assertFound(sought(new Sought(null, "噪音", null, null)), NOISE);
        assertFound(traits(new Traits(null, null, null, "EE-NOISE", null)), NOISE);
        assertFound(traits(new Traits(null, null, null, null, "630105")), NOISE);
        assertFound(traits(new Traits(null, Kind.REPORT, null, null, null)), number(5));
        assertFound(sought(new Sought(number(5), null, null, null)), number(5));
        assertFound(TicketFilter.ofCaller("c-1", "colleague"), FIRE, LAMP, NOISE);
        assertThat(listed(TicketFilter.ofCaller("c-1", "operator")))
                .as("whoever registered it knows the caller")
                .contains(number(5));
    }

    @Test
    void daysNarrowTheList() {
        assertFound(received(NOW, null), FIRE, LAMP);
        assertFound(received(null, NOW), NOISE);
        assertFound(received(NOW, NOW.plus(Duration.ofMillis(1))), FIRE, LAMP);
    }

    private void assertFound(TicketFilter filter, TicketNumber... expected) {
        assertThat(listed(filter)).containsExactly(expected);
        assertThat(asked(tickets.count(filter))).isEqualTo(expected.length);
    }

    private List<TicketNumber> listed(TicketFilter filter) {
        return asked(
                tickets.list(filter, NEWEST_FIRST, 0, 10).map(Ticket::number).collectList());
    }

    private Ticket open(TicketNumber number, Arrival arrival, Decision decision, Matter matter) {
        var registered = Ticket.register(number, registration(arrival, decision), matter, SEALED);
        return asked(tickets.open(registered)).stored().state();
    }

    private static Registration registration(Arrival arrival, Decision decision) {
        return new Registration(arrival, Story.registration(decision).caller(), decision, List.of(), "operator", NOW);
    }

    private static Matter matter(Kind kind, String content, @Nullable String category, @Nullable String division) {
        return new Matter(kind, null, content, new Place(null, division, null, null), category, null, null, null);
    }

    private static TicketNumber number(long running) {
        return TicketNumber.of("XN", java.time.LocalDate.of(2024, 6, 18), running);
    }

    private static TicketFilter sought(Sought sought) {
        return new TicketFilter(sought, ALL.traits(), ALL.received());
    }

    private static TicketFilter traits(Traits traits) {
        return new TicketFilter(Sought.ANYTHING, traits, ALL.received());
    }

    private static TicketFilter received(@Nullable Instant from, @Nullable Instant before) {
        return new TicketFilter(Sought.ANYTHING, ALL.traits(), new Received(from, before));
    }

    private static <T> T asked(Mono<T> answer) {
        return answer.contextWrite(Cause.command("630100", "me", null, null).context())
                .blockOptional()
                .orElseThrow();
    }
}
