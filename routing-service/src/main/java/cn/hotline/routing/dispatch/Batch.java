package cn.hotline.routing.dispatch;

import cn.hotline.chassis.Aggregates.Versioned;
import cn.hotline.chassis.Refusal;
import cn.hotline.chassis.Refused;
import cn.hotline.routing.dispatch.model.Dispatch;
import cn.hotline.routing.dispatch.model.TicketNumber;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** 批量办理: the same act on several tickets, each for itself; one that is refused stops none of the others. */
public final class Batch {

    /** A screen and a bit; more is a task for several batches. */
    public static final int MOST = 100;

    private static final int AT_ONCE = 4;

    private Batch() {}

    /** @return in the order asked for */
    public static <T> Mono<List<Outcome>> of(
            List<T> asked, Function<T, TicketNumber> number, Function<T, Mono<Versioned<Dispatch>>> act) {
        return Flux.fromIterable(asked)
                .flatMapSequential(one -> outcome(number.apply(one), act.apply(one)), AT_ONCE)
                .collectList();
    }

    private static Mono<Outcome> outcome(TicketNumber number, Mono<Versioned<Dispatch>> done) {
        return done.map(stored -> new Outcome(number, stored.state(), null))
                .onErrorResume(Refused.class, refused -> Mono.just(new Outcome(number, null, refused.reason())));
    }

    /**
     * What became of one ticket.
     *
     * @param state as it is now; null where the act was refused
     * @param refusal null where it was done
     */
    public record Outcome(
            TicketNumber number,
            @Nullable Dispatch state,
            @Nullable Refusal refusal) {

        public boolean done() {
            return refusal == null;
        }
    }
}
