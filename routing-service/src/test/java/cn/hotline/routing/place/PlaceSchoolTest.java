package cn.hotline.routing.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.hotline.chassis.Cause;
import cn.hotline.chassis.Refusal;
import cn.hotline.chassis.Refusal.General;
import cn.hotline.chassis.Refused;
import cn.hotline.routing.place.PlaceSchool.Overview;
import cn.hotline.routing.place.model.LearnedName;
import cn.hotline.routing.place.model.NameRuling;
import cn.hotline.routing.place.model.PlaceRefusal;
import cn.hotline.routing.version.model.Editor;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class PlaceSchoolTest {

    private static final String OURS = "630100";
    private static final String NAME = "柳浪家园";
    private static final Editor ADMIN = new Editor("admin", "王管理");
    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
    private static final ConfirmedPlace TICKET = new ConfirmedPlace("柳浪家园门口", List.of(), "630104", null);

    private final InMemoryNameRulings rulings = new InMemoryNameRulings();
    private final PlaceSchool school = school();
    private final PlaceSchool otherReplica = school();

    @Test
    void aSilencedNameSaysNothingOfPlacesAnyMore() {
        learned();

        did(school.silence(NAME, "是一家连锁店", ADMIN));

        assertThat(school.get().size()).isZero();
        assertThat(overview().learned().like(NAME, 1))
                .extracting(LearnedName::name)
                .containsExactly(NAME);
        assertThat(overview().isSilenced(NAME)).isTrue();
    }

    @Test
    void whoWhenAndWhyIsKeptOfEveryDecision() {
        learned();
        did(school.silence(NAME, "是一家连锁店", ADMIN));
        did(school.restore(NAME, "核实确有其地", ADMIN));

        assertThat(overview().rulings())
                .containsExactly(
                        new NameRuling(2, NAME, false, ADMIN, NOW, "核实确有其地"),
                        new NameRuling(1, NAME, true, ADMIN, NOW, "是一家连锁店"));
        assertThat(school.get().size()).isOne();
    }

    @Test
    void learningAgainDoesNotBringASilencedNameBack() {
        learned();
        did(school.silence(NAME, "是一家连锁店", ADMIN));

        learned();

        assertThat(school.get().size()).isZero();
    }

    @Test
    void anotherReplicaHeedsItAfterLookingAgain() {
        learned();
        did(otherReplica.learn());
        did(school.silence(NAME, "是一家连锁店", ADMIN));
        assertThat(otherReplica.get().size()).isOne();

        did(otherReplica.refresh());

        assertThat(otherReplica.get().size()).isZero();
    }

    @Test
    void whatWasNotLearnedCannotBeSilencedAndWhatIsNotSilencedNotRestored() {
        learned();
        assertThat(refusal(school.silence("没有的地名", "误认", ADMIN))).isEqualTo(PlaceRefusal.NOT_LEARNED);
        assertThat(refusal(school.restore(NAME, "误停", ADMIN))).isEqualTo(PlaceRefusal.NOT_SILENCED);

        did(school.silence(NAME, "误认", ADMIN));

        assertThat(refusal(school.silence(NAME, "误认", ADMIN))).isEqualTo(PlaceRefusal.SILENCED_ALREADY);
    }

    @Test
    void anotherTenantFindsNothing() {
        learned();
        var asked = catchThrowableOfType(Refused.class, () -> school.overview()
                .contextWrite(Cause.command("640100", "admin", null, null).context())
                .block());
        assertThat(asked.reason()).isEqualTo(General.NOT_FOUND);
    }

    private PlaceSchool school() {
        return new PlaceSchool(
                () -> Flux.just(TICKET, TICKET, TICKET), rulings, OURS, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private void learned() {
        did(school.learn());
    }

    private Overview overview() {
        return did(school.overview());
    }

    private static Refusal refusal(Mono<?> act) {
        return catchThrowableOfType(Refused.class, () -> did(act)).reason();
    }

    private static <T> T did(Mono<T> act) {
        return act.contextWrite(Cause.command(OURS, "admin", null, null).context())
                .block();
    }
}
