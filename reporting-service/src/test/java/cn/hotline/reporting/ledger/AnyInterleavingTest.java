package cn.hotline.reporting.ledger;

import static cn.hotline.reporting.Told.TEN;
import static org.assertj.core.api.Assertions.assertThat;

import cn.hotline.reporting.Office;
import cn.hotline.reporting.Told;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * Across topics there is no order, and everything may come twice: the rows and the report are the same, as long as each
 * publisher's events of one ticket keep theirs.
 */
class AnyInterleavingTest {

    private static final Instant NEXT_DAY = TEN.plus(Duration.ofDays(1));

    @Property(tries = 300)
    void rowsAndReportAreTheSameHoweverTheTopicsInterleave(@ForAll long seed) {
        Office inOrder = new Office();
        streams().forEach(stream -> stream.forEach(inOrder::hears));
        Office shuffled = new Office();
        deliveredTwiceAndShuffled(new Random(seed)).forEach(one -> shuffled.hears(one.event(), one.sequence()));

        assertThat(shuffled.entries.all()).containsExactlyInAnyOrderElementsOf(inOrder.entries.all());
        assertThat(shuffled.draft(Told.DAY)).isEqualTo(inOrder.draft(Told.DAY));
        assertThat(shuffled.draft(Told.DAY.plusDays(1))).isEqualTo(inOrder.draft(Told.DAY.plusDays(1)));
    }

    /** Takes the next event of a stream at random; now and then goes back some events, as a consumer that died does. */
    private static List<Delivered> deliveredTwiceAndShuffled(Random random) {
        List<List<?>> streams = streams();
        List<Integer> next = new ArrayList<>(Collections.nCopies(streams.size(), 0));
        List<Integer> goneBack = new ArrayList<>(Collections.nCopies(streams.size(), 0));
        List<Delivered> delivered = new ArrayList<>();
        List<Integer> open = new ArrayList<>();
        for (int i = 0; i < streams.size(); i++) {
            open.add(i);
        }
        while (!open.isEmpty()) {
            int at = open.get(random.nextInt(open.size()));
            int position = next.get(at);
            delivered.add(new Delivered(streams.get(at).get(position), position + 1));
            boolean ended = position + 1 == streams.get(at).size();
            if (goneBack.get(at) == 0 && (ended || random.nextInt(4) == 0)) {
                goneBack.set(at, 1);
                next.set(at, ended ? 0 : random.nextInt(position + 1));
            } else if (ended) {
                open.remove((Integer) at);
            } else {
                next.set(at, position + 1);
            }
        }
        return delivered;
    }

    /** What the publishers tell of five tickets and a call, each list one stream of one subject. */
    private static List<List<?>> streams() {
        String served = "XN240618-000001";
        String reopened = "XN240618-000002";
        String answered = "XN240618-000003";
        String follower = "XN240618-000004";
        String withdrawn = "XN240618-000005";
        return List.of(
                List.of(Told.phone().in("c1").hazard("GAS").registered(served), Told.corrected(served, "HC-SITE")),
                List.of(
                        Told.classified(served, "EE-NOISE", "噪音问题"),
                        Told.dispatched(served, "EE-NOISE", "噪音问题"),
                        Told.classified(served, "HC-SITE", "工程施工"),
                        Told.acknowledged(served),
                        Told.replied(served, TEN.plusSeconds(9_000)),
                        Told.replyDecided(served, true, TEN.plusSeconds(9_000))),
                List.of(
                        Told.attempted(served, NEXT_DAY),
                        Told.revisited(served, 1, "SATISFIED", NEXT_DAY.plusSeconds(60)),
                        Told.closed(served, NEXT_DAY.plusSeconds(60))),
                List.of(
                        Told.through("WECHAT").registered(reopened),
                        Told.supplemented(reopened, 1),
                        Told.pressedByCaller(reopened, 1),
                        Told.pressedByCaller(reopened, 2)),
                List.of(
                        Told.urged(reopened, TEN.plusSeconds(4_000)),
                        Told.supervisionLifted(reopened, 1, TEN.plusSeconds(5_000)),
                        Told.supervised(reopened, TEN.plusSeconds(6_500)),
                        Told.supervisionAnswered(reopened, TEN.plusSeconds(6_600)),
                        Told.escalated(reopened, TEN.plusSeconds(8_000)),
                        Told.supervisionLifted(reopened, 2, NEXT_DAY)),
                List.of(
                        Told.phone().registered(follower),
                        Told.merged(follower, served),
                        Told.supplemented(follower, 1),
                        Told.mergeUndone(follower, served),
                        Told.merged(follower, reopened)),
                List.of(
                        Told.excluded(follower, TEN.plusSeconds(9_500)),
                        Told.countedAgain(follower, TEN.plusSeconds(9_900)),
                        Told.closed(follower, NEXT_DAY)),
                List.of(Told.phone().registered(withdrawn), Told.withdrawn(withdrawn)),
                List.of(Told.classified(withdrawn, "HC-SITE", "工程施工")),
                List.of(
                        Told.classified(reopened, "HC-PROPERTY", "物业服务"),
                        Told.dispatched(reopened, "HC-PROPERTY", "物业服务"),
                        Told.replied(reopened, TEN.plusSeconds(5_000)),
                        Told.replyDecided(reopened, false, TEN.plusSeconds(6_000)),
                        Told.replied(reopened, TEN.plusSeconds(7_000)),
                        Told.replyDecided(reopened, true, TEN.plusSeconds(7_000))),
                List.of(
                        Told.revisited(reopened, 1, "DISSATISFIED", TEN.plusSeconds(8_000)),
                        Told.reopened(reopened, TEN.plusSeconds(8_000)),
                        Told.revisited(reopened, 2, "SATISFIED", NEXT_DAY)),
                List.of(Told.phone().answered(answered)),
                List.of(Told.call("c1", TEN, "TICKETS", answered)));
    }

    private record Delivered(Object event, long sequence) {}
}
