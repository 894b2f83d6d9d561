package cn.hotline.routing.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.hotline.chassis.Cause;
import cn.hotline.chassis.Refusal.General;
import cn.hotline.chassis.Refused;
import cn.hotline.routing.deadline.model.LimitKind;
import cn.hotline.routing.dispatch.Tickets;
import cn.hotline.routing.notice.model.Line;
import cn.hotline.routing.notice.model.Notice;
import cn.hotline.routing.notice.model.Subject;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** What must hold of every keeper of notices. */
abstract class NoticesContract {

    private static final Instant T = Tickets.MONDAY_TEN;
    private static final String UNIT = "630103";
    private static final String OTHER = "630104";

    private Notices notices;

    abstract Notices empty();

    @BeforeEach
    void begin() {
        notices = empty();
    }

    @Test
    void itBeginsWithTheFirstLineAndIsKeptAsItWas() {
        Notice kept = gathered(UNIT, T, line("XN261123-000001", T));

        assertThat(kept.lines()).extracting(Line::number).containsExactly("XN261123-000001");
        assertThat(gathered(UNIT, T, line("XN261123-000002", T)).lines())
                .extracting(Line::number)
                .containsExactly("XN261123-000001", "XN261123-000002");
        assertThat(done(notices.of(UNIT, T, 10).collectList()))
                .singleElement()
                .isEqualTo(done(notices.change(kept.key(), notice -> notice)));
    }

    @Test
    void whatIsDueIsFoundWhoHasWaitedLongestFirst() {
        Notice later = gathered(UNIT, T.plusSeconds(60), line("XN261123-000001", T));
        Notice sooner = gathered(OTHER, T, line("XN261123-000002", T));
        Notice first = gathered(UNIT, T, line("XN261123-000003", T));

        assertThat(done(notices.toHandOn(T.minusMillis(1), 10).collectList())).isEmpty();
        assertThat(done(notices.toHandOn(T, 10).collectList()))
                .as("at one moment by key")
                .containsExactly(first.key(), sooner.key());
        assertThat(done(notices.toHandOn(T.plusSeconds(60), 10).collectList()))
                .containsExactly(first.key(), sooner.key(), later.key());
        assertThat(done(notices.toHandOn(T.plusSeconds(60), 1).collectList())).containsExactly(first.key());
    }

    @Test
    void whatWasHandedOnOrIsTakenIsNotDue() {
        Notice one = gathered(UNIT, T, line("XN261123-000001", T));
        Notice other = gathered(OTHER, T, line("XN261123-000002", T));
        done(notices.change(one.key(), notice -> notice.handedOn(1, T)));
        done(notices.change(other.key(), notice -> notice.taken(T).orElseThrow()));

        assertThat(done(notices.toHandOn(T, 10).collectList())).isEmpty();
        assertThat(done(notices.toHandOn(T.plus(Duration.ofHours(1)), 10).collectList()))
                .as("who took it has not done it")
                .containsExactly(other.key());
    }

    @Test
    void aUnitsOwnAreShownFromTheirTimeOnTheNewestFirst() {
        gathered(UNIT, T, line("XN261123-000001", T));
        gathered(UNIT, T.plusSeconds(60), line("XN261123-000002", T));
        gathered(OTHER, T, line("XN261123-000003", T));

        assertThat(done(notices.of(UNIT, T.plusSeconds(59), 10).collectList()))
                .extracting(Notice::from)
                .containsExactly(T);
        assertThat(done(notices.of(UNIT, T.plusSeconds(60), 10).collectList()))
                .extracting(Notice::from)
                .containsExactly(T.plusSeconds(60), T);
        assertThat(done(notices.of(UNIT, T.plusSeconds(60), 1).collectList())).hasSize(1);
    }

    @Test
    void whatIsNotThereIsRefusedAndSoIsWhatTheModelRefuses() {
        Refused absent = catchThrowableOfType(Refused.class, () -> done(notices.change("630103-1", notice -> notice)));
        assertThat(absent.reason()).isEqualTo(General.NOT_FOUND);

        Notice kept = gathered(UNIT, T, line("XN261123-000001", T));
        Refused refused = catchThrowableOfType(
                Refused.class,
                () -> done(notices.change(kept.key(), notice -> {
                    throw new Refused(General.VERSION_CONFLICT);
                })));
        assertThat(refused.reason()).isEqualTo(General.VERSION_CONFLICT);
        assertThat(done(notices.of(UNIT, T, 10).collectList())).containsExactly(kept);
    }

    private Notice gathered(String unit, Instant from, Line line) {
        return done(notices.changeOrOpen(Notice.gathering(unit, from), notice -> notice.with(line, T)));
    }

    private static Line line(String number, Instant at) {
        return new Line(number, null, Subject.HALF, LimitKind.FINISH, at.plusSeconds(3_600), at, false);
    }

    static <V> @Nullable V done(Mono<V> asked) {
        return asked.contextWrite(Cause.command("630100", "test", null, null).context())
                .block();
    }
}
