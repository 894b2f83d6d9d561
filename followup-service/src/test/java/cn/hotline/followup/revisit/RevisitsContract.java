package cn.hotline.followup.revisit;

import static cn.hotline.followup.revisit.model.RevisitStatus.DONE;
import static cn.hotline.followup.revisit.model.RevisitStatus.SCHEDULED;
import static cn.hotline.followup.revisit.model.RevisitStatus.UNREACHED;
import static org.assertj.core.api.Assertions.assertThat;

import cn.hotline.chassis.Cause;
import cn.hotline.chassis.Refusal.General;
import cn.hotline.chassis.Refused;
import cn.hotline.chassis.web.Page;
import cn.hotline.followup.FollowupInMemory;
import cn.hotline.followup.exclusion.model.ExclusionGround;
import cn.hotline.followup.exclusion.model.ExclusionPolicy;
import cn.hotline.followup.exclusion.model.ExclusionStatus;
import cn.hotline.followup.revisit.model.Attempt;
import cn.hotline.followup.revisit.model.AttemptResult;
import cn.hotline.followup.revisit.model.DissatisfactionCause;
import cn.hotline.followup.revisit.model.Excluding;
import cn.hotline.followup.revisit.model.Opinion;
import cn.hotline.followup.revisit.model.Outcome;
import cn.hotline.followup.revisit.model.Reply;
import cn.hotline.followup.revisit.model.Revisit;
import cn.hotline.followup.revisit.model.RevisitPolicy;
import cn.hotline.followup.revisit.model.RevisitStatus;
import cn.hotline.followup.revisit.model.Revisitor;
import cn.hotline.followup.revisit.model.Satisfaction;
import cn.hotline.followup.revisit.model.Solved;
import cn.hotline.followup.revisit.model.TicketNumber;
import cn.hotline.followup.revisit.model.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** What every store of revisits does. */
public abstract class RevisitsContract {

    private static final Revisitor BY = FollowupInMemory.REVISITOR;

    private static final Instant NOW = Instant.parse("2024-06-20T06:30:00Z");
    private static final RevisitPolicy POLICY = new RevisitPolicy(3, LocalTime.of(9, 0), Duration.ofDays(30));
    private static final Verdict UNSERVED = new Verdict(
            new Opinion(false, Solved.NO, Satisfaction.DISSATISFIED, DissatisfactionCause.NOT_DONE),
            "灯还是不亮",
            "单元门灯未换。",
            true,
            NOW);

    /** A fresh, empty store. */
    protected abstract Revisits revisits();

    private final Revisits revisits = revisits();

    @Test
    void whatWasSavedReadsTheSame() {
        schedule("XN240618-000001", NOW);
        Revisit second =
                run(revisits.change(ticket("XN240618-000001"), revisit -> revisit.attempted(inVain(), BY, POLICY))
                        .then(revisits.change(ticket("XN240618-000001"), revisit -> revisit.recorded(UNSERVED, BY)))
                        .then(revisits.change(ticket("XN240618-000001"), revisit -> revisit.replied(reply(NOW))))
                        .map(stored -> stored.state()));
        assertThat(run(revisits.find(ticket("XN240618-000001"))).state()).isEqualTo(second);
        assertThat(second.earlier()).hasSize(1);
    }

    @Test
    void theScheduledAreInTheOrderOfCallingAndInPages() {
        schedule("XN240618-000001", NOW.plusSeconds(30));
        schedule("XN240618-000002", NOW.plusSeconds(10));
        schedule("XN240618-000003", NOW.plusSeconds(20));
        assertThat(numbers(SCHEDULED, 0, 2)).containsExactly("XN240618-000002", "XN240618-000003");
        assertThat(numbers(SCHEDULED, 1, 2)).containsExactly("XN240618-000001");
        assertThat(run(revisits.list(SCHEDULED, new Page.Asked(1, 2))).total()).isEqualTo(3);
    }

    @Test
    void whatIsOverIsListedWithTheLatestFirst() {
        for (int i = 1; i <= 3; i++) {
            String number = "XN240618-00000" + i;
            Instant at = NOW.plusSeconds(i);
            schedule(number, NOW);
            Opinion fine = new Opinion(true, Solved.YES, Satisfaction.SATISFIED, null);
            run(revisits.change(
                    ticket(number), revisit -> revisit.recorded(new Verdict(fine, null, null, false, at), BY)));
        }
        assertThat(numbers(DONE, 0, 20)).containsExactly("XN240618-000003", "XN240618-000002", "XN240618-000001");
        assertThat(numbers(SCHEDULED, 0, 20)).isEmpty();
    }

    @Test
    void allAreListedByDescendingNumber() {
        schedule("XN240618-000002", NOW);
        schedule("XN240619-000001", NOW);
        schedule("XN240618-000001", NOW);
        assertThat(numbers(null, 0, 20)).containsExactly("XN240619-000001", "XN240618-000002", "XN240618-000001");
    }

    @Test
    void eachStatusIsCounted() {
        schedule("XN240618-000001", NOW);
        schedule("XN240618-000002", NOW);
        assertThat(run(revisits.count(SCHEDULED))).isEqualTo(2);
        assertThat(run(revisits.count(UNREACHED))).isZero();
    }

    @Test
    void whatWaitsForADecisionIsListedByAgeAndWhatWasDecidedWithTheLatestFirst() {
        for (int i = 1; i <= 4; i++) {
            String number = "XN240618-00000" + i;
            Instant at = NOW.plusSeconds(i);
            schedule(number, NOW);
            run(revisits.change(
                    ticket(number),
                    revisit -> Excluding.propose(revisit, ExclusionGround.UNTRUE, "现场核实，没有此事。", BY, at)));
        }
        for (int i = 1; i <= 2; i++) {
            String number = "XN240618-00000" + i;
            Instant at = NOW.plusSeconds(60 + i);
            run(revisits.change(
                    ticket(number),
                    revisit -> Excluding.decide(
                            revisit,
                            number + "-1",
                            true,
                            "已核对现场照片。",
                            new Revisitor("supervisor", "周敏", null),
                            new ExclusionPolicy(Duration.ofDays(30)),
                            at)));
        }

        assertThat(numbers(ExclusionStatus.PROPOSED)).containsExactly("XN240618-000003", "XN240618-000004");
        assertThat(numbers(ExclusionStatus.APPROVED)).containsExactly("XN240618-000002", "XN240618-000001");
        assertThat(run(revisits.count(ExclusionStatus.PROPOSED))).isEqualTo(2);
        assertThat(run(revisits.count(ExclusionStatus.REFUSED))).isZero();
        assertThat(numbers(RevisitStatus.EXCLUDED, 0, 20)).containsExactly("XN240618-000002", "XN240618-000001");
    }

    @Test
    void aCommandOnAnUnknownTicketIsRefused() {
        StepVerifier.create(command(
                        revisits.change(ticket("XN240618-999999"), revisit -> revisit.attempted(inVain(), BY, POLICY))))
                .verifyErrorSatisfies(
                        refusal -> assertThat(((Refused) refusal).reason()).isEqualTo(General.NOT_FOUND));
    }

    private void schedule(String number, Instant at) {
        run(revisits.changeOrOpen(ticket(number), revisit -> revisit.replied(reply(at)))
                .then(revisits.change(ticket(number), revisit -> revisit.accepted(at))));
    }

    private List<String> numbers(ExclusionStatus status) {
        return run(revisits.list(status, new Page.Asked(0, 20))).items().stream()
                .map(stored -> stored.state().ticket().value())
                .toList();
    }

    private List<String> numbers(@Nullable RevisitStatus status, int page, int size) {
        return run(revisits.list(status, new Page.Asked(page, size))).items().stream()
                .map(stored -> stored.state().ticket().value())
                .toList();
    }

    private static Attempt inVain() {
        return new Attempt(AttemptResult.NO_ANSWER, "响铃无人", null, NOW);
    }

    private static Reply reply(Instant at) {
        return new Reply(new Reply.Unit("630104", "城西区人民政府"), Outcome.SOLVED, true, "已更换灯具。", at, "unit-630104");
    }

    private static TicketNumber ticket(String number) {
        return new TicketNumber(number);
    }

    private static <T> T run(Mono<T> work) {
        return command(work).block();
    }

    private static <T> Mono<T> command(Mono<T> work) {
        return work.contextWrite(Cause.command("630100", "test", null, null).context());
    }
}
