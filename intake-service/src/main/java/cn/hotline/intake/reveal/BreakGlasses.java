package cn.hotline.intake.reveal;

import cn.hotline.chassis.Change;
import cn.hotline.intake.reveal.model.BreakGlass;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** Which tickets of the tenant in force were opened, or are being opened, by two people. */
public interface BreakGlasses {

    /** Untouched where nobody asked yet. */
    Mono<BreakGlass> find(String number);

    Mono<BreakGlass> change(String number, Function<BreakGlass, Change<BreakGlass, Void>> decision);
}
