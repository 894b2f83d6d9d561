package cn.hotline.evaluation.demo;

import cn.hotline.chassis.ChassisWiring;
import cn.hotline.evaluation.demo.DemoContact.DemoCall;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who gets in touch on the demo day and on the two days before, and about what: a pure function of the day, so that a
 * second run tells the same again and an interrupted one goes on.
 *
 * <p>The figures are those Xining printed of 18 June 2024, see {@link DemoFigures}.
 */
final class DemoDay {

    private static final String PROPERTY = "物业服务";
    private static final String CONSUMER = "消费维权";
    private static final String NOISE = "噪音问题";

    /** What came of the 96 calls without a ticket; all of them count as answered directly. */
    private static final Map<String, Integer> WITHOUT_TICKET =
            Map.of("PROGRESS", 43, "SILENT", 21, "PRAISE", 12, "TRANSFERRED", 7, "REFUSED", 5, "OTHER", 5, "ABUSE", 3);

    /** Hazards told by phone. With the bodies' twenty they are 21, 13, 8, 5 and 3 of the five kinds printed. */
    private static final Map<String, Integer> HAZARDS_BY_PHONE = Map.of(
            "FIRE_SAFETY",
            6,
            "RESIDENTIAL_PROPERTY",
            9,
            "MUNICIPAL_ROADS",
            8,
            "URBAN_CONSTRUCTION",
            5,
            "SPECIAL_EQUIPMENT",
            3,
            "GAS",
            1,
            "PRODUCTION",
            1);

    private final LocalDate day;
    private final Instant until;
    private final Random random;
    private final TextPiles piles;
    private int callers;
    private int ticketsNumbered;
    private int callsNumbered;

    private DemoDay(LocalDate day, Instant until, List<DemoText> texts) {
        this.day = day;
        this.until = until;
        random = new Random(day.toEpochDay());
        piles = new TextPiles(texts, DemoFigures.HOT.keySet(), random);
    }

    /**
     * Everything that happens, in the order of time.
     *
     * @param until on that day; nothing happens later
     */
    static List<DemoContact> plan(LocalDate day, Instant until, List<DemoText> texts) {
        DemoDay plan = new DemoDay(day, until, texts);
        return Stream.of(plan.today(), plan.dayBefore(1, 118), plan.dayBefore(2, 103))
                .flatMap(List::stream)
                .sorted(Comparator.comparing(DemoContact::at))
                .toList();
    }

    private List<DemoContact> today() {
        List<Draft> drafts = new ArrayList<>();
        drafts.addAll(calls());
        drafts.addAll(messages());
        drafts.addAll(hazardsOfOtherBodies());
        return happening(drafts, startOf(day), until);
    }

    /** 625 calls answered directly and 459 forwarded. */
    private List<Draft> calls() {
        List<Matter> forwarded = new ArrayList<>();
        inOrder(HAZARDS_BY_PHONE).forEach((kind, count) -> forwarded.addAll(hazards(kind, count)));
        forwarded.addAll(forwarded(piles.forwarded(PROPERTY, 33)));
        forwarded.addAll(forwarded(piles.forwarded(CONSUMER, 26)));
        forwarded.addAll(forwarded(piles.forwarded(NOISE, 26)));
        forwarded.addAll(forwarded(piles.forwarded(350)));
        List<Matter> answered = new ArrayList<>();
        answered.addAll(answered(piles.answered(PROPERTY, 12)));
        answered.addAll(answered(piles.answered(CONSUMER, 12)));
        answered.addAll(answered(piles.answered(NOISE, 9)));
        answered.addAll(answered(piles.answered(510)));

        Hand forward = new Hand(forwarded, random);
        Hand answer = new Hand(answered, random);
        List<Draft> calls = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            calls.add(Draft.call(forward.next(), forward.next(), answer.next()));
        }
        for (int i = 0; i < 6; i++) {
            calls.add(Draft.call(forward.next(), forward.next()));
            calls.add(Draft.call(forward.next(), answer.next()));
        }
        for (int i = 0; i < 5; i++) {
            calls.add(Draft.call(answer.next(), answer.next()));
        }
        Stream.of(forward, answer).flatMap(Hand::rest).map(Draft::call).forEach(calls::add);
        inOrder(WITHOUT_TICKET)
                .forEach((outcome, count) -> calls.addAll(Collections.nCopies(count, Draft.withoutTicket(outcome))));
        return calls;
    }

    private List<Draft> messages() {
        List<Matter> matters = new ArrayList<>();
        matters.addAll(forwarded(piles.forwarded(PROPERTY, 8)));
        matters.addAll(forwarded(piles.forwarded(CONSUMER, 8)));
        matters.addAll(forwarded(piles.forwarded(NOISE, 8)));
        matters.addAll(forwarded(piles.forwarded(40)));
        matters.addAll(answered(piles.answered(24)));
        Hand matter = new Hand(matters, random);
        List<Draft> messages = new ArrayList<>();
        DemoFigures.WEB.forEach((channel, count) -> {
            for (int i = 0; i < count; i++) {
                messages.add(Draft.message(channel, matter.next()));
            }
        });
        return messages;
    }

    private List<Draft> hazardsOfOtherBodies() {
        List<Draft> reports = new ArrayList<>();
        hazards("FIRE_SAFETY", 15).forEach(hazard -> reports.add(Draft.message("FIRE_BRIGADE", hazard)));
        hazards("RESIDENTIAL_PROPERTY", 4).forEach(hazard -> reports.add(Draft.message("FIRE_BRIGADE", hazard)));
        hazards("PRODUCTION", 1).forEach(hazard -> reports.add(Draft.message("EMERGENCY_BUREAU", hazard)));
        return reports;
    }

    /** A smaller day, whose tickets are revisited on the demo day. */
    private List<DemoContact> dayBefore(int days, int revisited) {
        List<Draft> drafts = new ArrayList<>();
        piles.placed(revisited)
                .forEach(text -> drafts.add(Draft.message(
                        drafts.size() % 12 == 0 ? "WECHAT" : "PHONE",
                        new Matter(text, true, text.hazardKind() != null, Course.REVISITED))));
        answered(piles.answered(95)).forEach(matter -> drafts.add(Draft.call(matter)));
        piles.forwarded(24).forEach(text -> drafts.add(Draft.call(new Matter(text, true, false, Course.ACKNOWLEDGED))));
        drafts.addAll(Collections.nCopies(14, Draft.withoutTicket("PROGRESS")));
        Instant opening = startOf(day.minusDays(days)).plus(Duration.ofHours(8));
        return happening(drafts, opening, opening.plus(Duration.ofHours(12)));
    }

    private List<DemoContact> happening(List<Draft> drafts, Instant from, Instant to) {
        Collections.shuffle(drafts, random);
        List<Instant> times = random.doubles(drafts.size())
                .sorted()
                .mapToObj(part -> from.plusMillis((long) (part * ChronoUnit.MILLIS.between(from, to))))
                .toList();
        List<DemoContact> contacts = new ArrayList<>();
        for (int i = 0; i < drafts.size(); i++) {
            contacts.add(contact(drafts.get(i), times.get(i), to));
        }
        return contacts;
    }

    private DemoContact contact(Draft draft, Instant at, Instant latest) {
        DemoCaller caller = DemoCaller.nth(++callers);
        List<DemoTicket> tickets = draft.matters().stream()
                .map(matter -> ticket(draft.channel(), matter, caller, at))
                .toList();
        Instant lasted = at.plusSeconds(40 + random.nextInt(300));
        DemoCall call = draft.outcome() == null
                ? null
                : new DemoCall(
                        "demo-" + day + "-call-" + ++callsNumbered,
                        at,
                        lasted.isAfter(latest) ? latest : lasted,
                        draft.outcome());
        return new DemoContact(at, call, tickets);
    }

    private DemoTicket ticket(String channel, Matter matter, DemoCaller caller, Instant at) {
        boolean revisited = matter.course() == Course.REVISITED;
        int mood = random.nextInt(100);
        return new DemoTicket(
                "demo-" + day + "-" + ++ticketsNumbered,
                channel,
                matter.text(),
                matter.forwarded(),
                matter.hazard(),
                matter.forwarded() && !revisited && mood % 5 == 0,
                revisited || mood >= 10 ? caller : mood < 6 ? caller.withoutName() : caller.inConfidence(),
                at,
                matter.course(),
                Opinion.of(random.nextInt(100)));
    }

    private List<Matter> hazards(String kind, int count) {
        return piles.hazards(kind, count).stream()
                .map(text -> new Matter(text, true, true, todaysCourse()))
                .toList();
    }

    private List<Matter> forwarded(List<DemoText> texts) {
        return texts.stream()
                .map(text -> new Matter(text, true, false, todaysCourse()))
                .toList();
    }

    private static List<Matter> answered(List<DemoText> texts) {
        return texts.stream()
                .map(text -> new Matter(text, false, false, Course.REGISTERED))
                .toList();
    }

    /** Units have taken on six in ten of today's tickets and answered two of these. */
    private Course todaysCourse() {
        int percent = random.nextInt(100);
        return percent < 40 ? Course.REGISTERED : percent < 80 ? Course.ACKNOWLEDGED : Course.REPLIED;
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ChassisWiring.ZONE).toInstant();
    }

    /** Iteration over a {@code Map.of} differs from process to process; the plan must not. */
    private static Map<String, Integer> inOrder(Map<String, Integer> counts) {
        Map<String, Integer> ordered = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> ordered.put(entry.getKey(), entry.getValue()));
        return ordered;
    }

    /** What one ticket is about, and how far it is taken. */
    private record Matter(DemoText text, boolean forwarded, boolean hazard, Course course) {}

    /** A contact without its time and caller. */
    private record Draft(String channel, @Nullable String outcome, List<Matter> matters) {

        static Draft call(Matter... matters) {
            return new Draft("PHONE", "TICKETS", List.of(matters));
        }

        static Draft withoutTicket(String outcome) {
            return new Draft("PHONE", outcome, List.of());
        }

        /** Also a call of which only the ticket is entered. */
        static Draft message(String channel, Matter matter) {
            return new Draft(channel, null, List.of(matter));
        }
    }

    /** Shuffled matters, taken one after the other. */
    private static final class Hand {

        private final List<Matter> matters;
        private int taken;

        Hand(List<Matter> matters, Random random) {
            this.matters = new ArrayList<>(matters);
            Collections.shuffle(this.matters, random);
        }

        Matter next() {
            return matters.get(taken++);
        }

        Stream<Matter> rest() {
            return matters.stream().skip(taken);
        }
    }
}
