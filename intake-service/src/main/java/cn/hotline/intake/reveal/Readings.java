package cn.hotline.intake.reveal;

import java.time.Instant;
import reactor.core.publisher.Mono;

/** 查看次数: how often each person of the tenant in force looked, hour by hour. */
public interface Readings {

    /** Counts one more. @return how many it are in that hour */
    Mono<Long> count(String account, Instant at);
}
