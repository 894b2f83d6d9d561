package cn.hotline.routing.notice;

import static org.assertj.core.api.Assertions.assertThat;

import cn.hotline.chassis.Cause;
import cn.hotline.routing.deadline.model.LimitKind;
import cn.hotline.routing.dispatch.Tickets;
import cn.hotline.routing.notice.model.Line;
import cn.hotline.routing.notice.model.Notice;
import cn.hotline.routing.notice.model.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** 汇总: many lines for one unit at once. */
class GatheringTest {

    private static final Instant T = Tickets.MONDAY_TEN;

    private final Slow notices = new Slow();
    private final Gathering gathering = new Gathering(notices);
    private final List<Notice> written = new ArrayList<>();

    @Test
    void whatComesWhileANoticeIsWrittenIsWrittenTogetherNext() {
        add("630103", 1);
        IntStream.rangeClosed(2, 100).forEach(i -> add("630103", i));
        assertThat(notices.writes).isEqualTo(1);

        notices.next();
        assertThat(notices.writes).isEqualTo(2);
        assertThat(written).singleElement().satisfies(notice -> assertThat(notice.lines())
                .hasSize(1));

        notices.next();
        assertThat(notices.writes).isEqualTo(2);
        assertThat(written).hasSize(100);
        assertThat(kept("630103").lines())
                .extracting(Line::number)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 100)
                        .mapToObj("XN261123-%06d"::formatted)
                        .toList());
    }

    @Test
    void onlyLinesOfOneNoticeWaitForEachOther() {
        add("630103", 1);
        add("630104", 2);

        assertThat(notices.writes).isEqualTo(2);
    }

    @Test
    void whatFailsIsToldToWhoeverWroteItAndHoldsUpNobody() {
        List<Throwable> problems = new ArrayList<>();
        gathering
                .add(Notice.gathering("630103", T), line(1), T)
                .contextWrite(Cause.command("630100", "test", null, null).context())
                .subscribe(done -> {}, problems::add);
        add("630103", 2);

        notices.problem = new IllegalStateException("the store is away");
        notices.next();
        notices.problem = null;
        notices.next();

        assertThat(problems).hasSize(1);
        assertThat(kept("630103").lines()).extracting(Line::number).containsExactly("XN261123-000002");
        add("630103", 3);
        notices.next();
        assertThat(kept("630103").lines()).hasSize(2);
    }

    private void add(String unit, int number) {
        gathering
                .add(Notice.gathering(unit, T), line(number), T)
                .contextWrite(Cause.command("630100", "test", null, null).context())
                .subscribe(written::add);
    }

    private Notice kept(String unit) {
        return notices.kept.of(unit, T, 1).blockLast();
    }

    private static Line line(int number) {
        return new Line(
                "XN261123-%06d".formatted(number), null, Subject.HALF, LimitKind.FINISH, T.plusSeconds(60), T, false);
    }

    /** Notices in a map; each write waits until somebody lets it go on. */
    private static final class Slow implements Notices {

        private final InMemoryNotices kept = new InMemoryNotices();
        private final List<Sinks.Empty<Void>> waiting = new ArrayList<>();
        private int writes;
        private @Nullable RuntimeException problem;

        void next() {
            waiting.remove(0).tryEmitEmpty();
        }

        @Override
        public Mono<Notice> changeOrOpen(Notice blank, UnaryOperator<Notice> decision) {
            writes++;
            Sinks.Empty<Void> turn = Sinks.empty();
            waiting.add(turn);
            return turn.asMono()
                    .then(Mono.defer(() -> problem == null ? kept.changeOrOpen(blank, decision) : Mono.error(problem)));
        }

        @Override
        public Mono<Notice> change(String key, UnaryOperator<Notice> decision) {
            return kept.change(key, decision);
        }

        @Override
        public Flux<String> toHandOn(Instant by, int most) {
            return kept.toHandOn(by, most);
        }

        @Override
        public Flux<Notice> of(String unit, Instant by, int most) {
            return kept.of(unit, by, most);
        }
    }
}
