package cn.hotline.intake.reveal;

import static cn.hotline.intake.Story.NOW;
import static cn.hotline.intake.Story.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import cn.hotline.access.Person;
import cn.hotline.access.Position;
import cn.hotline.access.Role;
import cn.hotline.access.audit.Act;
import cn.hotline.access.testing.SignedIn;
import cn.hotline.chassis.Refusal;
import cn.hotline.chassis.Refused;
import cn.hotline.intake.Story;
import cn.hotline.intake.callers.model.Identity;
import cn.hotline.intake.progress.model.Progress.Step;
import cn.hotline.intake.progress.model.Stage;
import cn.hotline.intake.registration.InMemoryIntake;
import cn.hotline.intake.registration.NewTicket;
import cn.hotline.intake.registration.model.Caller.Wishes;
import cn.hotline.intake.registration.model.Decision;
import cn.hotline.intake.registration.model.Finding;
import cn.hotline.intake.registration.model.RegistrationRefusal;
import cn.hotline.intake.registration.model.TicketNumber;
import cn.hotline.intake.reveal.model.Grounds;
import cn.hotline.intake.reveal.model.RevealRefusal;
import cn.hotline.intake.reveal.model.Shown;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class RevealDeskTest {

    private static final Person OPERATOR = SignedIn.as(Role.OPERATOR);
    private static final Person COLLEAGUE =
            new Person("630100", "operator-2", "赵敏", Set.of(Role.OPERATOR), null, null, "-");
    private static final Person SUPERVISOR = SignedIn.as(Role.SUPERVISOR);
    private static final Person UNIT = SignedIn.unit("630104");

    private final RevealsInMemory reveals = new RevealsInMemory();
    private final InMemoryIntake intake = reveals.intake;
    private final RecordedAudit audit = reveals.audit;
    private final SimpleMeterRegistry meters = reveals.meters;
    private final RevealDesk desk = reveals.desk;

    @Test
    void theOperatorSeesTheCallerOfTheLiveCallForSomeMinutesUnderTheirName() {
        Shown shown = reveal(OPERATOR, registered(Story.forwarded()), null);
        assertThat(shown.name()).isEqualTo(Story.NAME);
        assertThat(shown.phone()).isEqualTo(Story.PHONE.value());
        assertThat(shown.content()).isEqualTo(Story.CONTENT);
        assertThat(shown.until()).isEqualTo(NOW.plusSeconds(300));
        assertThat(shown.watermark()).contains(OPERATOR.name(), "operator", "2024-06-18 09:12:00");
        assertThat(audit.acts).containsExactly(new Act("REVEAL", shown.number(), "本人正在办理的来电"));
    }

    @Test
    void aReasonIsWrittenDownWithoutNamingTheCaller() {
        TicketNumber number = registered(Story.forwarded());
        reveal(COLLEAGUE, number, "王建国要求回电 13800006627");
        assertThat(audit.acts).containsExactly(new Act("REVEAL", number.value(), "说明了理由：王**要求回电 138****6627"));
    }

    @Test
    void whatCannotBeWrittenDownIsNotShown() {
        TicketNumber number = registered(Story.forwarded());
        audit.fails = true;
        assertThatThrownBy(() -> reveal(OPERATOR, number, null)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aRefusalIsNoLook() {
        TicketNumber number = registered(Story.forwarded());
        assertThat(refusal(COLLEAGUE, number, null)).isEqualTo(RevealRefusal.REASON_NEEDED);
        assertThat(audit.acts).isEmpty();
        assertThat(reveals.readings).isEmpty();
    }

    @Test
    void aUnitSeesTheDoorAndNeverWhoCalls() {
        TicketNumber number = registered(said("王建国家，青A12345，海湖花园5号楼3单元501室漏水，电话 138-0000-6627"));
        dispatched(number, "HC-PROPERTY");
        Shown shown = reveal(UNIT, number, null);
        assertThat(shown.content()).isEqualTo("王**家，青A****5，海湖花园5号楼3单元501室漏水，电话 138****6627");
        assertThat(shown.name()).isNull();
        assertThat(shown.phone()).isNull();
        assertThat(audit.acts).containsExactly(new Act("REVEAL_FOR_HANDLING", number.value(), "承办需要，不含来电人"));
    }

    @Test
    void aUnitSeesTheCallerWhileNoRelayNumberIsToBeHad() {
        TicketNumber number = registered(said("5号楼3单元501室漏水"));
        dispatched(number, "HC-PROPERTY");
        reveals.relayIsDown = true;
        Shown shown = reveal(UNIT, number, "漏水需立即联系");
        assertThat(shown.grounds()).isEqualTo(Grounds.RELAY_DOWN);
        assertThat(shown.phone()).isEqualTo(Story.PHONE.value());
    }

    @Test
    void ofAConfidentialTicketAUnitIsShownNothingAndAClerkWhoWasNotNamedDoesNotKnowOfIt() {
        TicketNumber number = registered(confidential());
        dispatched(number, "HC-PROPERTY");
        assertThat(refusal(UNIT, number, "漏水需立即联系")).isEqualTo(RegistrationRefusal.UNKNOWN_TICKET);
        assertThat(refusal(SignedIn.unit("630104", Position.HEAD), number, "漏水需立即联系"))
                .isEqualTo(RevealRefusal.CONFIDENTIAL);
    }

    @Test
    void twoTogetherOpenAConfidentialTicketAndBothAreWrittenDown() {
        TicketNumber number = registered(confidential());
        assertThat(refusal(COLLEAGUE, number, "核实举报线索")).isEqualTo(RevealRefusal.CONFIDENTIAL);
        breakGlass(COLLEAGUE, number);
        assertThat(refusal(COLLEAGUE, number, "核实举报线索")).isEqualTo(RevealRefusal.CONFIDENTIAL);
        breakGlass(SUPERVISOR, number);
        assertThat(reveal(COLLEAGUE, number, null).phone()).isEqualTo(Story.PHONE.value());
        assertThat(reveal(SUPERVISOR, number, null).grounds()).isEqualTo(Grounds.BREAK_GLASS);
        assertThat(audit.actions())
                .containsExactly("BREAK_GLASS", "BREAK_GLASS", "BREAK_GLASS_OPENED", "REVEAL", "REVEAL");
        assertThat(audit.acts.get(2).reason()).contains("operator-2", "supervisor");
        assertThat(meters.get("hotline.break.glass").counter().count()).isEqualTo(1);
    }

    @Test
    void whoLooksTooOftenIsNoticed() {
        TicketNumber number = registered(Story.forwarded());
        for (int i = 0; i < 8; i++) {
            reveal(OPERATOR, number, null);
        }
        assertThat(audit.acts.stream().filter(act -> act.action().equals("UNUSUAL_READING")))
                .extracting(Act::subject, Act::reason)
                .containsExactly(
                        tuple("operator", "一小时内查看来电人资料 4 次，超过 3 次"), tuple("operator", "一小时内查看来电人资料 7 次，超过 3 次"));
        assertThat(meters.get("hotline.reveals.unusual").counter().count()).isEqualTo(5);
    }

    @Test
    void whoeverWasForgottenIsShownToNobody() {
        TicketNumber number = registered(Story.forwarded());
        ForgettingDesk forgetting = reveals.forgetting;
        by(SUPERVISOR, forgetting.forget(number, "本人申请删除").thenReturn(true));
        assertThat(audit.acts).containsExactly(new Act("FORGET_CALLER", number.value(), "本人申请删除"));
        assertThat(refusal(OPERATOR, number, null)).isEqualTo(RevealRefusal.FORGOTTEN);
        assertThat(catchThrowableOfType(
                                Refused.class,
                                () -> by(
                                        SUPERVISOR,
                                        forgetting.forget(number, "再删一次").thenReturn(true)))
                        .reason())
                .isEqualTo(RevealRefusal.FORGOTTEN);
    }

    @Test
    void aTicketWithoutAnythingSealedIsShownAsItIs() {
        NewTicket anonymous = new NewTicket(
                Story.byPhone(null),
                Identity.UNKNOWN,
                new Wishes(true, false, false),
                Story.matter(any -> "路灯不亮"),
                Decision.forward(),
                List.of());
        Shown shown = reveal(OPERATOR, registered(anonymous), null);
        assertThat(shown.content()).isEqualTo("路灯不亮");
        assertThat(shown.phone()).isNull();
    }

    private void dispatched(TicketNumber number, String category) {
        done(intake.registration.classify(number, new Finding(category, null, null)));
        done(intake.progresses.note(number.value(), new Step(NOW, Stage.DISPATCHED, "城西区政府", List.of("630104"), NOW)));
    }

    private static NewTicket said(String content) {
        return new NewTicket(
                Story.byPhone(null),
                Story.WANG,
                Story.WISHES,
                Story.matter(any -> content),
                Decision.forward(),
                List.of());
    }

    private static NewTicket confidential() {
        return new NewTicket(
                Story.byPhone(null),
                Story.WANG,
                new Wishes(false, true, true),
                Story.matter(),
                Decision.forward(),
                List.of());
    }

    private TicketNumber registered(NewTicket ticket) {
        return by(OPERATOR, intake.registration.register(ticket))
                .stored()
                .state()
                .number();
    }

    private Shown reveal(Person person, TicketNumber number, @Nullable String reason) {
        return by(person, desk.reveal(number, reason));
    }

    private Refusal refusal(Person person, TicketNumber number, @Nullable String reason) {
        return catchThrowableOfType(Refused.class, () -> reveal(person, number, reason))
                .reason();
    }

    private void breakGlass(Person person, TicketNumber number) {
        by(person, reveals.breakGlass.reach(number, "夜间紧急核实"));
    }

    private static <T> T by(Person person, Mono<T> asked) {
        return done(asked.contextWrite(person.context()));
    }
}
