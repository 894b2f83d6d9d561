package cn.hotline.evaluation.demo;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The plan of the demo day comes to the printed figures, counted by the rules of the report. */
class DemoDayTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final Set<String> BODIES = Set.of("EMERGENCY_BUREAU", "FIRE_BRIGADE");
    private static final ZoneId XINING = ZoneId.of("Asia/Shanghai");

    private final Instant afternoon = Instant.parse("2026-11-22T08:00:00Z");
    private final List<DemoContact> plan = DemoDay.plan(DAY, afternoon, DemoTexts.all());
    private final List<DemoContact> today = on(DAY);

    @Test
    void callsAreThoseAnsweredDirectlyAndThoseForwarded() {
        List<DemoContact> calls = today.stream().filter(DemoDayTest::isCall).toList();
        assertThat(calls).hasSize(1084);
        assertThat(calls.stream().filter(DemoDayTest::isForwarded)).hasSize(459);
        assertThat(calls.stream().filter(Predicate.not(DemoDayTest::isForwarded)))
                .hasSize(625);
    }

    @Test
    void someCallsHaveNoTicketAndSomeTwoOrThree() {
        Map<Integer, Long> calls = today.stream()
                .filter(DemoDayTest::isCall)
                .collect(groupingBy(contact -> contact.tickets().size(), counting()));
        assertThat(calls).containsEntry(0, 96L).containsEntry(2, 17L).containsEntry(3, 3L);
    }

    @Test
    void messagesComeThroughTheirChannels() {
        assertThat(tickets(today).collect(groupingBy(DemoTicket::channel, counting())))
                .containsEntry("WECHAT", 55L)
                .containsEntry("MAYOR_MAILBOX", 31L)
                .containsEntry("NET_INFO_OFFICE", 1L)
                .containsEntry("PROVINCE_PORTAL", 1L)
                .containsEntry("EMERGENCY_BUREAU", 1L)
                .containsEntry("FIRE_BRIGADE", 19L);
    }

    @Test
    void theThreeHottestGroupsAreThePrintedOnesAndAllOthersAreCooler() {
        Map<String, Long> groups = tickets(today)
                .filter(ticket -> !BODIES.contains(ticket.channel()))
                .collect(groupingBy(ticket -> ticket.text().reportGroup(), counting()));
        assertThat(groups.remove("物业服务")).isEqualTo(62);
        assertThat(groups.remove("消费维权")).isEqualTo(46);
        assertThat(groups.remove("噪音问题")).isEqualTo(43);
        assertThat(groups.values()).allMatch(count -> count < 43);
    }

    @Test
    void hazardsAreThirtyThreeByPhoneAndTwentyOfTheOtherBodies() {
        List<DemoTicket> hazards = tickets(today).filter(DemoTicket::hazard).toList();
        assertThat(hazards).hasSize(53);
        assertThat(hazards.stream().filter(hazard -> hazard.channel().equals("PHONE")))
                .hasSize(33)
                .allMatch(DemoTicket::forwarded);
    }

    @Test
    void theFiveKindsOfHazardsArePrintedInTheirOrder() {
        Map<String, Long> kinds = tickets(today)
                .filter(DemoTicket::hazard)
                .collect(groupingBy(ticket -> ticket.text().hazardKind(), counting()));
        assertThat(kinds.values().stream().sorted(Comparator.reverseOrder()).limit(6))
                .doesNotHaveDuplicates();
        assertThat(kinds.entrySet().stream()
                        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                        .limit(5)
                        .map(Map.Entry::getKey))
                .containsExactly(
                        "FIRE_SAFETY",
                        "RESIDENTIAL_PROPERTY",
                        "MUNICIPAL_ROADS",
                        "URBAN_CONSTRUCTION",
                        "SPECIAL_EQUIPMENT");
    }

    @Test
    void revisitedTicketsAreOfYesterdayAndTheDayBefore() {
        Map<LocalDate, Long> revisited = tickets(plan)
                .filter(ticket -> ticket.course() == Course.REVISITED)
                .collect(groupingBy(ticket -> LocalDate.ofInstant(ticket.receivedAt(), XINING), Collectors.counting()));
        assertThat(revisited)
                .containsOnlyKeys(DAY.minusDays(1), DAY.minusDays(2))
                .extracting(Map::values)
                .satisfies(counts -> assertThat(
                                counts.stream().mapToLong(Long::longValue).sum())
                        .isEqualTo(221));
    }

    @Test
    void whoIsRevisitedIsKnownAndCanBeAsked() {
        assertThat(tickets(plan).filter(ticket -> ticket.course() == Course.REVISITED))
                .allMatch(ticket -> !ticket.caller().anonymous())
                .allMatch(ticket -> ticket.text().divisionCode() != null);
    }

    @Test
    void nothingHappensInTheFuture() {
        assertThat(plan).allMatch(contact -> !contact.at().isAfter(afternoon));
        assertThat(plan.stream().map(DemoContact::call).filter(call -> call != null))
                .allMatch(call ->
                        !call.endedAt().isAfter(afternoon) && !call.endedAt().isBefore(call.startedAt()));
    }

    @Test
    void fiveMinutesAfterMidnightEverythingHappenedInTheseFiveMinutes() {
        Instant early = DAY.atTime(0, 5).atZone(XINING).toInstant();
        List<DemoContact> night = DemoDay.plan(DAY, early, DemoTexts.all());
        assertThat(night).allMatch(contact -> !contact.at().isAfter(early));
        assertThat(night.stream().filter(contact -> LocalDate.ofInstant(contact.at(), XINING)
                        .equals(DAY)))
                .hasSameSizeAs(today);
    }

    @Test
    void theSameDayIsPlannedTheSameAgainAndAnotherDifferently() {
        assertThat(DemoDay.plan(DAY, afternoon, DemoTexts.all())).isEqualTo(plan);
        assertThat(DemoDay.plan(DAY.minusDays(1), afternoon, DemoTexts.all())).isNotEqualTo(plan);
    }

    @Test
    void everyTicketAndCallIsKnownByANumberOfItsOwn() {
        assertThat(tickets(plan).map(DemoTicket::externalId))
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("demo-2026-11-22-\\d+"));
        assertThat(plan.stream()
                        .map(DemoContact::call)
                        .filter(call -> call != null)
                        .map(DemoContact.DemoCall::key))
                .doesNotHaveDuplicates()
                .allMatch(key -> key.matches("demo-2026-11-22-call-\\d+"));
    }

    @Test
    void callersAreInventedAndDifferent() {
        List<String> phones = plan.stream()
                .filter(contact -> !contact.tickets().isEmpty())
                .map(contact -> contact.tickets().get(0).caller().phone())
                .toList();
        assertThat(phones).doesNotHaveDuplicates().allMatch(phone -> phone.matches("1[3-8]\\d0000\\d{4}"));
    }

    @Test
    void noProblemIsConcentrated() {
        assertThat(tickets(today)
                        .filter(DemoTicket::forwarded)
                        .collect(groupingBy(DemoTicket::text, counting()))
                        .values())
                .allMatch(count -> count <= 3);
    }

    @Test
    void unitsHaveTakenOnAndAnsweredSomeOfTodaysTicketsAndNotOthers() {
        assertThat(tickets(today).filter(DemoTicket::forwarded).collect(groupingBy(DemoTicket::course, counting())))
                .containsOnlyKeys(Course.REGISTERED, Course.ACKNOWLEDGED, Course.REPLIED)
                .allSatisfy((course, count) -> assertThat(count).isGreaterThan(80));
    }

    @Test
    void theSameCallIsSentInTheSameBytes() {
        var call = today.stream().map(DemoContact::call).findFirst().orElseThrow();
        assertThat(DemoBodies.call(call).keySet()).containsExactly("line", "startedAt", "endedAt", "outcome");
    }

    @Test
    void namesAreCountedInChinese() {
        assertThat(Stream.of(1, 10, 12, 20, 101, 110, 1084, 2000).map(DemoCaller::inWords))
                .containsExactly("一", "十", "十二", "二十", "一百零一", "一百一十", "一千零八十四", "二千");
    }

    private List<DemoContact> on(LocalDate date) {
        return plan.stream()
                .filter(contact -> LocalDate.ofInstant(contact.at(), XINING).equals(date))
                .toList();
    }

    private static boolean isCall(DemoContact contact) {
        return contact.call() != null
                || contact.tickets().stream()
                        .allMatch(ticket -> ticket.channel().equals("PHONE"));
    }

    private static boolean isForwarded(DemoContact contact) {
        return contact.tickets().stream().anyMatch(DemoTicket::forwarded);
    }

    private static Stream<DemoTicket> tickets(List<DemoContact> contacts) {
        return contacts.stream().map(DemoContact::tickets).flatMap(List::stream);
    }
}
