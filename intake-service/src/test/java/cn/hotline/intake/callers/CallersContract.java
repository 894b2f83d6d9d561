package cn.hotline.intake.callers;

import static cn.hotline.intake.Story.PHONE;
import static cn.hotline.intake.Story.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.hotline.chassis.Cause;
import cn.hotline.intake.callers.model.Ciphertext;
import cn.hotline.intake.callers.model.PhoneNumber;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** What every implementation of {@link Callers} promises; run by the one in memory and by the one in the store. */
public abstract class CallersContract {

    private Callers callers;

    protected abstract Callers callers();

    @BeforeEach
    void nobodyYet() {
        callers = callers();
    }

    @Test
    void oneNumberIsOneCallerWithOneKey() {
        KnownCaller first = done(callers.known(PHONE));
        KnownCaller again = done(callers.known(PHONE));
        assertThat(again.token()).isEqualTo(first.token()).startsWith("c-");
        assertThat(again.phone()).isEqualTo(PHONE);
        assertThat(again.seal().open("t/content", first.seal().close("t/content", "漏水")))
                .isEqualTo("漏水");
    }

    @Test
    void manyAtOnceAreOneCaller() {
        List<String> tokens = done(Flux.range(0, 20)
                .flatMap(i -> callers.known(PHONE))
                .map(KnownCaller::token)
                .distinct()
                .collectList());
        assertThat(tokens).hasSize(1);
    }

    @Test
    void othersHaveOtherKeys() {
        Ciphertext sealed = done(callers.known(PHONE)).seal().close("t/content", "漏水");
        KnownCaller other = done(callers.known(new PhoneNumber("13900000000")));
        assertThatThrownBy(() -> other.seal().open("t/content", sealed)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aTextOpensOnlyInItsPlace() {
        KnownCaller caller = done(callers.known(PHONE));
        Ciphertext sealed = caller.seal().close("t/content", "漏水");
        assertThatThrownBy(() -> caller.seal().open("t/name", sealed)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void askingForANumberDoesNotMakeItKnown() {
        assertThat(done(callers.find(PHONE).hasElement())).isFalse();
        String token = done(callers.known(PHONE)).token();
        assertThat(done(callers.find(PHONE))).isEqualTo(token);
        assertThat(done(callers.of(token)).phone()).isEqualTo(PHONE);
    }

    @Test
    void everybodyWithoutNumberIsSomebodyNew() {
        KnownCaller one = done(callers.unnumbered());
        assertThat(one.phone()).isNull();
        assertThat(done(callers.unnumbered()).token()).isNotEqualTo(one.token());
        Ciphertext sealed = one.seal().close("t/content", "漏水");
        assertThat(done(callers.of(one.token())).seal().open("t/content", sealed))
                .isEqualTo("漏水");
    }

    @Test
    void whoIsForgottenIsGoneForEver() {
        KnownCaller before = done(callers.known(PHONE));
        Ciphertext sealed = before.seal().close("t/content", "漏水");
        assertThat(done(callers.forget(before.token()))).isTrue();
        assertThat(done(callers.forget(before.token()))).isFalse();
        assertThat(done(callers.of(before.token()).hasElement())).isFalse();
        KnownCaller after = done(callers.known(PHONE));
        assertThat(after.token()).isNotEqualTo(before.token());
        assertThatThrownBy(() -> after.seal().open("t/content", sealed)).isInstanceOf(IllegalStateException.class);
    }

    /** Only where there are tenants at all. */
    protected final void anotherTenantKnowsNobody() {
        String token = done(callers.known(PHONE)).token();
        Cause elsewhere = Cause.command("632100", "operator", null, null);
        assertThat(done(callers.of(token).hasElement().contextWrite(elsewhere.context())))
                .isFalse();
        assertThat(done(callers.find(PHONE).hasElement().contextWrite(elsewhere.context())))
                .isFalse();
        assertThat(done(callers.forget(token).contextWrite(elsewhere.context())))
                .isFalse();
    }
}
