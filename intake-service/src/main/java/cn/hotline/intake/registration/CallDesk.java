package cn.hotline.intake.registration;

import cn.hotline.chassis.Cause;
import cn.hotline.intake.registration.model.Call;
import java.time.Clock;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** 来电登记: calls as records of their own. */
public final class CallDesk {

    private final Calls calls;
    private final Numbers numbers;
    private final Ownership ownership;
    private final Clock clock;

    public CallDesk(Calls calls, Numbers numbers, Ownership ownership, Clock clock) {
        this.calls = calls;
        this.numbers = numbers;
        this.ownership = ownership;
        this.clock = clock;
    }

    /** Records a call under a new id; the same command again finds the call it recorded. */
    public Mono<Call> record(Function<String, Call> call) {
        return Mono.zip(numbers.nextCall(), Cause.current())
                .flatMap(next -> next.getT2().commandKey() == null
                        ? Mono.just(next.getT1())
                        : ownership.claim("number:" + next.getT2().commandKey(), next.getT1()))
                .flatMap(id -> calls.open(call.apply(id).record(clock.instant())))
                .map(opened -> opened.stored().state());
    }

    public Mono<Boolean> knows(String callId) {
        return calls.find(callId).hasElement();
    }
}
