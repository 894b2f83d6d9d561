package cn.hotline.routing.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.hotline.chassis.Cause;
import cn.hotline.intake.contract.IntakeEvent.TicketRegistered;
import cn.hotline.routing.contract.RoutingEvent;
import cn.hotline.routing.contract.RoutingEvent.DeadlineWarned;
import cn.hotline.routing.contract.RoutingEvent.Unit;
import cn.hotline.routing.dispatch.Desks;
import cn.hotline.routing.dispatch.Holding;
import cn.hotline.routing.dispatch.People;
import cn.hotline.routing.dispatch.Reminders;
import cn.hotline.routing.dispatch.Tickets;
import cn.hotline.routing.dispatch.model.DispatcherChoice;
import cn.hotline.routing.dispatch.model.TicketNumber;
import cn.hotline.routing.notice.NoticeChannel.Message;
import cn.hotline.routing.notice.kafka.OwnEventsIn;
import cn.hotline.routing.notice.model.Addressees;
import cn.hotline.routing.notice.model.Line;
import cn.hotline.routing.notice.model.Notice;
import cn.hotline.routing.notice.model.Slots;
import cn.hotline.routing.roster.InMemoryRosters;
import cn.hotline.routing.roster.model.Duty;
import cn.hotline.routing.roster.model.Duty.Weekday;
import cn.hotline.routing.roster.model.Leave;
import cn.hotline.routing.roster.model.Roster.Plan;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** 通知, as a unit gets them: 城中区政府 with 李芳 on duty, 吴静 the deputy and 陈刚 the head. */
class NoticesTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String CENTRE = People.CENTRE.code();
    private static final String DUTY = "0971-8230000";
    private static final String CLERK = "0971-8230001";
    private static final String DEPUTY = "0971-8230002";
    private static final String HEAD = "0971-8230003";
    private static final String CITY = "0971-6130000";

    private final Desks desks = new Desks();
    private final Reminders reminders = new Reminders(desks.dispatches, desks.rosters, Desks.PUBLISHED, desks.clock);
    private final InMemoryNotices notices = new InMemoryNotices();
    private final List<Message> sent = Collections.synchronizedList(new ArrayList<>());
    private final Slots slots = new Slots(Desks.POLICY::calendar, List.of(LocalTime.of(8, 30), LocalTime.of(14, 30)));
    private final NoticeDesk desk = new NoticeDesk(notices, desks.dispatches, slots, desks.clock);
    private final OwnEventsIn events = new OwnEventsIn(desk);
    private boolean providerIsDown;
    private int heard;

    @Test
    void warningsGatherUntilTheNextTimeOfAWorkingDayAndAreToldTogether() {
        registerPlain(1);
        registerPlain(2);
        passTo("2026-11-24T08:29");

        assertThat(sent).isEmpty();
        assertThat(shown()).isEmpty();

        passTo("2026-11-24T08:31");
        assertThat(sent).hasSize(1);
        assertThat(sent.get(0).to()).containsExactly(CLERK);
        assertThat(sent.get(0).urgent()).isFalse();
        assertThat(shown()).singleElement().satisfies(notice -> {
            assertThat(notice.from()).isEqualTo(at("2026-11-24T08:30"));
            assertThat(notice.lines())
                    .extracting(Line::number, Line::words)
                    .containsExactlyInAnyOrder(
                            tuple(number(1), "签收还剩2小时"),
                            tuple(number(2), "签收还剩2小时"),
                            tuple(number(1), "首次联系还剩2小时"),
                            tuple(number(2), "首次联系还剩2小时"));
        });
    }

    @Test
    void whatWasDoneBeforeTheNextTimeIsNotToldAnyMore() {
        registerPlain(1);
        passTo("2026-11-24T08:15");
        desks.units
                .acknowledge(new Holding(desks.seenBy(People.CENTRE_CLERK), new TicketNumber(number(1)), null))
                .block();
        passTo("2026-11-24T08:31");

        assertThat(sent).singleElement().satisfies(message -> assertThat(message.text())
                .contains("首次联系还剩2小时")
                .doesNotContain("签收"));
    }

    @Test
    void whatWentToAnotherUnitIsNotToldToTheFirst() {
        registerPlain(1);
        passTo("2026-11-24T08:15");
        desks.dispatching
                .dispatch(
                        new Holding(desks.seenBy(People.DISPATCHER), new TicketNumber(number(1)), null),
                        new DispatcherChoice(People.NORTH, List.of(), null, null, "属地有误"))
                .block();
        passTo("2026-11-24T08:31");

        assertThat(sent).isEmpty();
        assertThat(shown()).isEmpty();
    }

    @Test
    void nobodyIsToldOfWarningsAtNightOrOnADayOff() {
        registerPlain(1);
        passTo("2026-12-10T12:00");

        assertThat(notices.all()).isNotEmpty().allSatisfy(notice -> {
            LocalDateTime when = LocalDateTime.ofInstant(notice.from(), ZONE);
            assertThat(when.toLocalTime()).isIn(LocalTime.of(8, 30), LocalTime.of(14, 30));
            assertThat(when.getDayOfWeek().getValue()).isLessThan(6);
        });
        assertThat(sent).hasSameSizeAs(notices.all());
    }

    @Test
    void anEmergencyIsToldAloneAndAtOnceToTheDutyAndInOfficeHoursToTheClerks() {
        registerDangerous(1);
        hear();
        handOn();

        assertThat(sent).singleElement().satisfies(message -> {
            assertThat(message.to()).containsExactly(DUTY, CLERK);
            assertThat(message.urgent()).isTrue();
            assertThat(message.text())
                    .isEqualTo("【12345热线】城中区政府：" + number(1) + "（小区保洁绿化）特急工单待签收，11月23日10:15截止。请到收件箱办理。");
        });
    }

    @Test
    void atNightAnEmergencyWakesTheDutyAndNobodyElse() {
        Plan usual = InMemoryRosters.usual(CENTRE);
        desks.rosters.with(CENTRE, new Plan(usual.people(), List.of(), dutyOf("-deputy")));
        desks.clock.pass(Duration.ofHours(14));
        registerDangerous(1);
        hear();
        handOn();

        assertThat(sent).singleElement().satisfies(message -> assertThat(message.to())
                .containsExactly(DUTY, DEPUTY));
    }

    @Test
    void whatNobodyAcknowledgesIsToldToDeputyHeadAndDutyOfficeEachOnce() {
        registerDangerous(1);
        passTo("2026-11-23T10:14");

        assertThat(calls(DEPUTY)).isEqualTo(1);
        assertThat(calls(HEAD)).isEqualTo(2);
        assertThat(calls(CITY)).isEqualTo(1);
        assertThat(sent)
                .filteredOn(message -> message.to().contains(CITY))
                .singleElement()
                .satisfies(message -> assertThat(message.text())
                        .startsWith("【12345热线】总值班室：" + number(1))
                        .contains("特急工单承办单位无人签收，请总值班室处置"));
    }

    @Test
    void whatIsPassedDownIsToldToTheUnitBelowAsIfItWereGivenToIt() {
        registerDangerous(1);
        registerPlain(2);
        for (int i : List.of(1, 2)) {
            Holding held = new Holding(desks.seenBy(People.CENTRE_CLERK), new TicketNumber(number(i)), null);
            desks.units.acknowledge(held).block();
            desks.units.passDown(held, People.STREET, "请现场处置").block();
        }
        hear();
        handOn();

        assertThat(sent).as("the county has signed already").singleElement().satisfies(message -> {
            assertThat(message.urgent()).isTrue();
            assertThat(message.text()).startsWith("【12345热线】南滩街道：" + number(1)).contains("特急工单待签收");
        });
        passTo("2026-11-23T10:14");
        assertThat(calls(CITY)).isEqualTo(1);
    }

    @Test
    void warningsOfAUnitBelowGatherForItAndThoseOfTheLeadForTheLead() {
        registerPlain(1);
        Holding held = new Holding(desks.seenBy(People.CENTRE_CLERK), new TicketNumber(number(1)), null);
        desks.units.acknowledge(held).block();
        desks.units.passDown(held, People.STREET, "请现场核实").block();
        passTo("2026-11-24T08:31");

        assertThat(sent)
                .extracting(Message::text)
                .hasSize(2)
                .anySatisfy(
                        text -> assertThat(text).startsWith("【12345热线】城中区政府").doesNotContain("签收还剩"))
                .anySatisfy(text -> assertThat(text).startsWith("【12345热线】南滩街道").contains("签收还剩2小时"));
    }

    @Test
    void whoeverIsOnLeaveIsNotTold() {
        Plan usual = InMemoryRosters.usual(CENTRE);
        LocalDate today = LocalDate.parse("2026-11-23");
        Leave away = new Leave("unit-" + CENTRE, today, today, "unit-" + CENTRE + "-deputy");
        desks.rosters.with(CENTRE, new Plan(usual.people(), List.of(away), usual.duty()));
        registerDangerous(1);
        hear();
        handOn();

        assertThat(sent).singleElement().satisfies(message -> assertThat(message.to())
                .containsExactly(DUTY, DEPUTY));
    }

    @Test
    void whatIsDeliveredTwiceIsToldOnce() {
        registerDangerous(1);
        hear();
        handOn();
        heard = 0;
        hear();
        handOn();

        assertThat(notices.all()).singleElement().satisfies(notice -> assertThat(notice.lines())
                .hasSize(1));
        assertThat(sent).hasSize(1);
    }

    @Test
    void whatComesAfterANoticeWasHandedOnIsHandedOnToo() {
        registerPlain(1);
        registerPlain(2);
        Instant warnedAt = at("2026-11-24T09:00");
        desks.clock.pass(Duration.between(desks.clock.instant(), at("2026-11-24T14:31")));
        warned(1, warnedAt);
        handOn();
        warned(2, warnedAt);
        handOn();

        assertThat(notices.all()).singleElement().satisfies(notice -> assertThat(notice.lines())
                .hasSize(2));
        assertThat(sent).hasSize(2);
        assertThat(sent.get(0).text()).contains(number(1)).doesNotContain(number(2));
        assertThat(sent.get(1).text()).contains(number(2)).doesNotContain(number(1));
        assertThat(sent).extracting(Message::key).doesNotHaveDuplicates();
    }

    @Test
    void whatMayHaveArrivedIsToldAgainWordForWordAndWhatCameSinceByItself() {
        registerPlain(1);
        registerPlain(2);
        Instant warnedAt = at("2026-11-24T09:00");
        desks.clock.pass(Duration.between(desks.clock.instant(), at("2026-11-24T14:31")));
        warned(1, warnedAt);
        providerIsDown = true;
        handOn();
        warned(2, warnedAt);
        warned(1, warnedAt.plusSeconds(60));

        providerIsDown = false;
        desks.clock.pass(Duration.ofMinutes(1));
        handOn();
        handOn();

        assertThat(sent).hasSize(3);
        assertThat(sent.get(1))
                .as("the provider may know this key and tell nothing more under it")
                .isEqualTo(sent.get(0));
        assertThat(sent.get(2).key()).isNotEqualTo(sent.get(0).key());
        assertThat(sent.get(2).text()).contains(number(1), number(2));
        assertThat(notices.all()).singleElement().satisfies(notice -> {
            assertThat(notice.toHandOn()).isEmpty();
            assertThat(notice.handOnAt()).isNull();
        });
    }

    @Test
    void twoReplicasHandAnythingOnOnce() {
        for (int i = 1; i <= 30; i++) {
            registerDangerous(i);
        }
        hear();
        Flux.merge(post().handOn(), post().handOn()).blockLast();

        assertThat(sent).hasSize(30).extracting(Message::key).doesNotHaveDuplicates();
    }

    @Test
    void whatAProviderCannotTakeIsTriedLaterAndLaterWithTheSameKey() {
        registerDangerous(1);
        hear();
        providerIsDown = true;
        for (int i = 0; i < 12 * 60; i++) {
            handOn();
            desks.clock.pass(Duration.ofSeconds(5));
        }
        assertThat(sent).as("tries within an hour").hasSizeBetween(5, 12);
        assertThat(sent).extracting(Message::key).containsOnly(sent.get(0).key());

        providerIsDown = false;
        desks.clock.pass(Duration.ofMinutes(30));
        handOn();
        int all = sent.size();
        desks.clock.pass(Duration.ofHours(1));
        handOn();
        assertThat(sent).hasSize(all);
    }

    @Test
    void aReplicaThatDiesInTheMiddleIsFollowedByAnotherWithTheSameKey() {
        registerDangerous(1);
        hear();
        notices.change(notices.all().get(0).key(), notice -> notice.taken(desks.clock.instant())
                        .orElseThrow())
                .block();
        handOn();
        assertThat(sent).isEmpty();

        desks.clock.pass(Duration.ofMinutes(3));
        handOn();
        assertThat(sent).hasSize(1);
    }

    @Test
    void whatIsOldIsNoNews() {
        registerDangerous(1);
        desks.clock.pass(Duration.ofDays(3));
        hear();

        assertThat(notices.all()).isEmpty();
    }

    @Test
    void aConfidentialTicketIsNamedToNobodyItDoesNotOpenTo() {
        desks.dispatching
                .open(Tickets.confidential(number(1)))
                .contextWrite(Cause.event("630100", "/intake/ticket", 1, null).context())
                .block();
        passTo("2026-11-25T09:00");

        assertThat(sent).isNotEmpty().allSatisfy(message -> assertThat(message.text())
                .contains("保密工单")
                .doesNotContain(number(1), "小区保洁绿化"));
        assertThat(shown()).isEmpty();
        assertThat(desk.shown(CENTRE, desks.seenBy(People.CENTRE_HEAD))
                        .collectList()
                        .block())
                .isNotEmpty();
        assertThat(desk.unread(CENTRE, desks.seenBy(People.CENTRE_CLERK)).block())
                .isZero();
    }

    @Test
    void eachPersonReadsForThemselvesAndWhatIsNewIsUnreadAgain() {
        registerPlain(1);
        registerPlain(2);
        desks.clock.pass(Duration.between(desks.clock.instant(), at("2026-11-24T14:31")));
        warned(1, at("2026-11-24T09:00"));
        String key = shown().get(0).key();
        desk.read(CENTRE, key, People.CENTRE_CLERK.account()).block();

        assertThat(desk.unread(CENTRE, desks.seenBy(People.CENTRE_CLERK)).block())
                .isZero();
        assertThat(desk.unread(CENTRE, desks.seenBy(People.CENTRE_HEAD)).block())
                .isEqualTo(1);
        warned(2, at("2026-11-24T09:00"));
        assertThat(desk.unread(CENTRE, desks.seenBy(People.CENTRE_CLERK)).block())
                .isEqualTo(1);
    }

    @Test
    void nobodyMarksWhatIsAnothersAsRead() {
        registerDangerous(1);
        hear();

        assertThat(desk.read(People.NORTH.code(), notices.all().get(0).key(), "unit-630105")
                        .onErrorResume(refused -> Mono.empty())
                        .blockOptional())
                .isEmpty();
        assertThat(notices.all().get(0).readBy()).isEmpty();
    }

    @Test
    void aNoticeHasRoomForThreeHundredLinesAndCountsTheRest() {
        for (int i = 1; i <= 310; i++) {
            registerPlain(i);
            warned(i, desks.clock.instant());
        }

        assertThat(notices.all()).singleElement().satisfies(notice -> {
            assertThat(notice.lines()).hasSize(Notice.MOST_LINES);
            assertThat(notice.more()).isEqualTo(10);
        });
    }

    private static Duty dutyOf(String suffix) {
        var usual = InMemoryRosters.usual(CENTRE).duty();
        return new Duty(
                usual.phone(),
                usual.week().stream()
                        .map(day -> new Weekday(day.day(), "unit-" + CENTRE + suffix))
                        .toList(),
                List.of());
    }

    /** Everything that runs by itself, every minute until then. */
    private void passTo(String when) {
        while (desks.clock.instant().isBefore(at(when))) {
            desks.clock.pass(Duration.ofMinutes(1));
            reminders.tell().block();
            hear();
            handOn();
        }
    }

    private void hear() {
        List<RoutingEvent> all = desks.dispatches.told();
        for (; heard < all.size(); heard++) {
            events.handlers()
                    .handle(all.get(heard))
                    .contextWrite(Cause.event("630100", RoutingEvent.DISPATCH_STREAM, 1, null)
                            .context())
                    .block();
        }
    }

    private void handOn() {
        post().handOn().block();
    }

    private NoticePost post() {
        Addressees addressees = new Addressees(Desks.POLICY::calendar, ZONE, "总值班室", CITY);
        NoticeChannel provider = message -> Mono.fromRunnable(() -> {
            sent.add(message);
            if (providerIsDown) {
                throw new IllegalStateException("503");
            }
        });
        return new NoticePost(notices, desks.dispatches, desks.rosters, Desks.UNITS, addressees, provider, desks.clock);
    }

    private List<Notice> shown() {
        return desk.shown(CENTRE, desks.seenBy(People.CENTRE_CLERK))
                .collectList()
                .block();
    }

    private long calls(String phone) {
        return sent.stream().filter(message -> message.to().contains(phone)).count();
    }

    private void warned(int number, Instant when) {
        Unit unit = People.CENTRE;
        events.handlers()
                .handle(new DeadlineWarned(number(number), unit, "FINISH", "HOURS_48", when.plusSeconds(172_800), when))
                .contextWrite(Cause.event("630100", RoutingEvent.DISPATCH_STREAM, 3, null)
                        .context())
                .block();
    }

    private void registerPlain(int number) {
        register(Tickets.plain(number(number)));
    }

    private void registerDangerous(int number) {
        register(Tickets.dangerous(number(number)));
    }

    private void register(TicketRegistered told) {
        desks.dispatching
                .open(told)
                .contextWrite(Cause.event("630100", "/intake/ticket", 1, null).context())
                .block();
    }

    private static String number(int number) {
        return "XN261123-%06d".formatted(number);
    }

    private static Instant at(String when) {
        return LocalDateTime.parse(when).atZone(ZONE).toInstant();
    }
}
