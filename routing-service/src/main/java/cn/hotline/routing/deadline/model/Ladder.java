package cn.hotline.routing.deadline.model;

import cn.hotline.chassis.Termed;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * 逐级呼叫: whom an emergency goes to that its unit does not acknowledge, each so long after its dispatch.
 *
 * @param deputy how long the unit's duty has until its deputies are called
 * @param head until whoever heads it is called
 * @param dutyOffice until the city's duty office is called
 */
public record Ladder(Duration deputy, Duration head, Duration dutyOffice) {

    /** @throws IllegalArgumentException when the rungs do not follow one another */
    public Ladder {
        if ((deputy.isNegative() || deputy.isZero())
                || deputy.compareTo(head) >= 0
                || head.compareTo(dutyOffice) >= 0) {
            throw new IllegalArgumentException("逐级呼叫须依次为副职、负责人、值班室，一级比一级晚：" + deputy + "、" + head + "、" + dutyOffice);
        }
    }

    /** The rungs of a dispatch, those that come before it must be acknowledged. */
    List<Call> calls(Instant dispatchedAt, Instant acknowledgeBy) {
        return Arrays.stream(Rung.values())
                .map(rung -> new Call(rung, dispatchedAt.plus(after(rung))))
                .filter(call -> call.at().isBefore(acknowledgeBy))
                .toList();
    }

    private Duration after(Rung rung) {
        return switch (rung) {
            case DEPUTY -> deputy;
            case HEAD -> head;
            case DUTY_OFFICE -> dutyOffice;
        };
    }

    /** Who is called, from below to above. */
    public enum Rung implements Termed {
        DEPUTY("副职"),
        HEAD("负责人"),
        DUTY_OFFICE("总值班室");

        private final String term;

        Rung(String term) {
            this.term = term;
        }

        @Override
        public String term() {
            return term;
        }
    }

    /** One rung of one dispatch, and from when on it is to be called. */
    public record Call(Rung rung, Instant at) {}
}
