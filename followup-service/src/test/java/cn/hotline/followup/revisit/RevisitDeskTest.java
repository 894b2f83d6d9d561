package cn.hotline.followup.revisit;

import static cn.hotline.followup.revisit.model.RevisitRefusal.CONFIDENTIAL;
import static cn.hotline.followup.revisit.model.RevisitStatus.NOT_DUE;
import static cn.hotline.followup.revisit.model.RevisitStatus.SCHEDULED;
import static cn.hotline.followup.revisit.model.RevisitStatus.SKIPPED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.hotline.chassis.Refusal.General;
import cn.hotline.chassis.Refused;
import cn.hotline.chassis.web.Page;
import cn.hotline.followup.FollowupInMemory;
import cn.hotline.followup.Story;
import cn.hotline.followup.contract.FollowupEvent.TicketClosed;
import cn.hotline.followup.revisit.model.Attempt;
import cn.hotline.followup.revisit.model.AttemptResult;
import cn.hotline.followup.revisit.model.Revisitor;
import cn.hotline.followup.revisit.model.TicketNumber;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RevisitDeskTest {

    private static final Instant LATER = Story.REPLIED.plusSeconds(3_600);

    private final FollowupInMemory followup = new FollowupInMemory();

    @Test
    void aRevisitorSeesWhatWasAskedBesideWhatWasAnswered() {
        followup.hears(Story.registered()).hears(Story.replied()).hears(Story.accepted());
        RevisitCase found = followup.find(Story.NUMBER);
        assertThat(found.matter().title()).isEqualTo("2 单元楼道照明不亮");
        assertThat(found.revisit().round().reply().unit().name()).isEqualTo("城西区人民政府");
    }

    @Test
    void aCorrectedMatterIsShownAsItReadsNow() {
        followup.hears(Story.registered())
                .hears(Story.corrected("3 单元楼道照明不亮"))
                .hears(Story.registered())
                .hears(Story.replied());
        assertThat(followup.find(Story.NUMBER).matter().title()).isEqualTo("3 单元楼道照明不亮");
    }

    @Test
    void theReplyMayArriveBeforeTheRegistration() {
        followup.hears(Story.replied()).hears(Story.accepted());
        assertThat(followup.find(Story.NUMBER).matter()).isNull();
        assertThat(followup.find(Story.NUMBER).revisit().status()).isEqualTo(SCHEDULED);
    }

    @Test
    void aReplySentBackIsNotRevisited() {
        followup.hears(Story.registered()).hears(Story.replied()).hears(Story.sentBack("未说明何时修复"));
        assertThat(followup.find(Story.NUMBER).revisit().status()).isEqualTo(NOT_DUE);
    }

    static Stream<List<Consumer<FollowupInMemory>>> ordersOfTwoStreams() {
        Consumer<FollowupInMemory> registered = followup -> followup.hears(Story.registered(Story.NUMBER, false));
        Consumer<FollowupInMemory> replied = followup -> followup.hears(Story.replied());
        Consumer<FollowupInMemory> accepted = followup -> followup.hears(Story.accepted());
        return Stream.of(
                List.of(registered, replied, accepted),
                List.of(replied, registered, accepted),
                List.of(replied, accepted, registered),
                List.of(registered, registered, replied, replied, registered, accepted, accepted, registered),
                List.of(replied, replied, accepted, replied, accepted, registered, accepted, registered));
    }

    @ParameterizedTest
    @MethodSource("ordersOfTwoStreams")
    void whoWishedNoCallIsNotCalledInWhateverOrderItBecomesKnown(List<Consumer<FollowupInMemory>> order) {
        order.forEach(event -> event.accept(followup));
        assertThat(followup.find(Story.NUMBER).revisit().status()).isEqualTo(SKIPPED);
        assertThat(followup.told()).hasOnlyElementsOfType(TicketClosed.class).hasSize(1);
    }

    @Test
    void theNextToCallIsTheNextWhoIsDueAndNeverTheSame() {
        for (String number : List.of("XN240618-000001", "XN240618-000002", "XN240618-000003")) {
            Instant replied = Story.REPLIED.plusSeconds(Integer.parseInt(number.substring(9)));
            followup.hears(Story.replied(number, "SOLVED", replied)).hears(Story.accepted(number, replied));
        }
        assertThat(after("XN240618-000001")).isEqualTo("XN240618-000002");
        assertThat(after("XN240618-000003")).isEqualTo("XN240618-000001");

        inVain("XN240618-000001");
        assertThat(after("XN240618-000001")).isEqualTo("XN240618-000002");
        inVain("XN240618-000002");
        assertThat(after("XN240618-000003")).isNull();
        inVain("XN240618-000003");
        assertThat(after("XN240618-000003")).isNull();
    }

    @Test
    void theQueueIsInTheOrderOfCalling() {
        followup.hears(Story.replied("XN240618-000002", "SOLVED", Story.REPLIED))
                .hears(Story.accepted("XN240618-000002", LATER))
                .hears(Story.replied("XN240618-000009", "SOLVED", Story.REPLIED))
                .hears(Story.accepted("XN240618-000009", Story.REPLIED));
        Page<RevisitCase> queue = followup.desk()
                .list(FollowupInMemory.REVISITOR, SCHEDULED, new Page.Asked(0, 20))
                .block();
        assertThat(queue.items())
                .extracting(found -> found.revisit().ticket().value())
                .containsExactly("XN240618-000009", "XN240618-000002");
        assertThat(followup.desk().counts().block())
                .containsEntry(SCHEDULED, 2L)
                .containsEntry(SKIPPED, 0L);
    }

    @Test
    void nothingIsKnownOfATicketNobodyAnswered() {
        Refused refusal = catchThrowableOfType(Refused.class, () -> followup.find("XN240618-999999"));
        assertThat(refusal.reason()).isEqualTo(General.NOT_FOUND);
    }

    private String after(String number) {
        return followup.desk()
                .after(new TicketNumber(number), LATER)
                .map(TicketNumber::value)
                .block();
    }

    private void inVain(String number) {
        followup.desk()
                .attempt(
                        FollowupInMemory.REVISITOR,
                        new TicketNumber(number),
                        new Attempt(AttemptResult.NO_ANSWER, null, null, LATER))
                .block();
    }

    @Test
    void aConfidentialCaseIsReadByWhoeverTookItByNameAndThatIsWrittenDown() {
        followup.hears(Story.confidential()).hears(Story.replied()).hears(Story.accepted());
        TicketNumber ticket = new TicketNumber(Story.NUMBER);

        assertThat(followup.find(Story.NUMBER).withheld()).isTrue();
        assertThat(followup.find(Story.NUMBER).toString()).doesNotContain("楼道", "海湖花园", "灯具");
        assertThat(followup.desk()
                        .list(FollowupInMemory.REVISITOR, SCHEDULED, new Page.Asked(0, 20))
                        .block()
                        .items()
                        .toString())
                .doesNotContain("楼道", "海湖花园", "灯具");
        assertThat(catchThrowableOfType(Refused.class, () -> followup.desk()
                                .attempt(
                                        FollowupInMemory.REVISITOR,
                                        ticket,
                                        new Attempt(AttemptResult.NO_ANSWER, null, null, LATER))
                                .block())
                        .reason())
                .isEqualTo(CONFIDENTIAL);
        assertThat(followup.audited()).isEmpty();

        followup.desk().take(FollowupInMemory.REVISITOR, ticket).block();

        assertThat(followup.audited()).containsExactly("TAKE_CONFIDENTIAL " + Story.NUMBER);
        assertThat(followup.find(Story.NUMBER).matter().title()).isEqualTo("2 单元楼道照明不亮");
        assertThat(followup.desk()
                        .find(new Revisitor("second", "高明", null), ticket)
                        .block()
                        .withheld())
                .isTrue();
    }

    @Test
    void aReplyIsNotReadBeforeItIsKnownWhetherTheMatterIsConfidential() {
        followup.hears(Story.replied()).hears(Story.accepted());

        assertThat(followup.find(Story.NUMBER).toString()).doesNotContain("灯具");
    }
}
