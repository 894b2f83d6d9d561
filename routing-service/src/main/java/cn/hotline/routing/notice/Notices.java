package cn.hotline.routing.notice;

import cn.hotline.routing.notice.model.Notice;
import java.time.Instant;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** All notices of the tenant in force. */
public interface Notices {

    /** Changes the notice of the blank one's key, beginning with that where there is none. */
    Mono<Notice> changeOrOpen(Notice blank, UnaryOperator<Notice> decision);

    /** Changes the notice of that key as it is now; refused as absent where there is none. */
    Mono<Notice> change(String key, UnaryOperator<Notice> decision);

    /** Keys of those that are to be handed on by then, who has waited longest first. */
    Flux<String> toHandOn(Instant by, int most);

    /** Those of a unit that are shown by then, the newest first. */
    Flux<Notice> of(String unit, Instant by, int most);
}
