package cn.hotline.followup.revisit;

import static org.assertj.core.api.Assertions.assertThat;

import cn.hotline.chassis.Cause;
import cn.hotline.followup.revisit.model.Kind;
import cn.hotline.followup.revisit.model.Matter;
import cn.hotline.followup.revisit.model.TicketNumber;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** What every store of matters does. */
public abstract class MattersContract {

    private static final TicketNumber FIRST = new TicketNumber("XN240618-000001");
    private static final TicketNumber SECOND = new TicketNumber("XN240618-000002");

    /** A fresh, empty store. */
    protected abstract Matters matters();

    private final Matters matters = matters();

    @Test
    void whatWasKeptReadsTheSame() {
        Matter bare = new Matter(SECOND, Kind.COMPLAINT, null, "夜间施工噪音", null, true, true, null);
        run(matters.keep(dark()).then(matters.keep(bare)));
        assertThat(found(FIRST, SECOND)).isEqualTo(Map.of(FIRST, dark(), SECOND, bare));
    }

    @Test
    void keepingTwiceKeepsWhatWasCorrectedSince() {
        run(matters.keep(dark()));
        Matter corrected = dark().corrected(Kind.REPORT, "楼道线路外露", "2 单元楼道线路外露。", null);
        run(matters.change(FIRST, matter -> corrected));
        run(matters.keep(dark()));
        assertThat(found(FIRST)).isEqualTo(Map.of(FIRST, corrected));
    }

    @Test
    void onlyWhatWasAskedForIsFound() {
        run(matters.keep(dark()));
        assertThat(found(SECOND)).isEmpty();
        assertThat(found()).isEmpty();
    }

    @Test
    void whatIsMergedIntoATicketIsFoundAndNotFoundAfterwards() {
        run(matters.keep(dark()).then(matters.change(FIRST, matter -> matter.following(SECOND))));
        assertThat(followers(SECOND)).containsExactly(FIRST);
        assertThat(followers(FIRST)).isEmpty();
        run(matters.change(FIRST, matter -> matter.following(null)));
        assertThat(followers(SECOND)).isEmpty();
    }

    @Test
    void aMasterMayHaveMoreFollowersThanAreReadAtOnce() {
        int many = 1_201;
        for (int i = 0; i < many; i++) {
            TicketNumber follower = new TicketNumber("XN240619-%06d".formatted(i));
            run(matters.keep(new Matter(follower, Kind.HELP, null, "停水", null, false, false, SECOND)));
        }
        assertThat(followers(SECOND)).hasSize(many).doesNotHaveDuplicates();
    }

    private List<TicketNumber> followers(TicketNumber master) {
        return matters.followers(master)
                .collectList()
                .contextWrite(cause().context())
                .block();
    }

    private static Matter dark() {
        return new Matter(FIRST, Kind.HELP, "2 单元楼道照明不亮", "2 单元楼道照明一个月不亮。", "城西区海湖花园", false, false, null);
    }

    private Map<TicketNumber, Matter> found(TicketNumber... tickets) {
        return matters.of(List.of(tickets)).contextWrite(cause().context()).block();
    }

    private static void run(Mono<Void> work) {
        work.contextWrite(cause().context()).block();
    }

    private static Cause cause() {
        return Cause.command("630100", "test", null, null);
    }
}
