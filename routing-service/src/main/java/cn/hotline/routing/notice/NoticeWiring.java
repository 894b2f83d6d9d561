package cn.hotline.routing.notice;

import cn.hotline.chassis.ChassisWiring;
import cn.hotline.chassis.event.EventFamily;
import cn.hotline.chassis.kafka.EventInlet;
import cn.hotline.chassis.kafka.ParkedEvents;
import cn.hotline.chassis.mongo.DocumentStore;
import cn.hotline.chassis.schedule.Repeatedly;
import cn.hotline.routing.RoutingProperties;
import cn.hotline.routing.contract.RoutingEvent;
import cn.hotline.routing.deadline.PublishedDeadlines;
import cn.hotline.routing.dispatch.Dispatches;
import cn.hotline.routing.notice.http.GuardedChannel;
import cn.hotline.routing.notice.http.ProviderChannel;
import cn.hotline.routing.notice.kafka.OwnEventsIn;
import cn.hotline.routing.notice.model.Addressees;
import cn.hotline.routing.notice.model.Slots;
import cn.hotline.routing.notice.mongo.MongoNotices;
import cn.hotline.routing.notice.web.NoticePages;
import cn.hotline.routing.roster.Rosters;
import cn.hotline.routing.units.Units;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.github.resilience4j.timelimiter.TimeLimiter;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.reactive.function.client.WebClient;

/** 通知. */
@Configuration(proxyBeanMethods = false)
@Import(NoticePages.class)
public class NoticeWiring {

    private static final String PARKED_AS = RoutingEvent.TOPIC + "@notices";
    private static final String PROVIDER = "notices";
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int TRIES = 3;

    /** An emergency has no time to lose. */
    private static final Duration HANDED_ON_EVERY = Duration.ofSeconds(5);

    @Bean
    Notices notices(DocumentStore<?> store) {
        return new MongoNotices(store);
    }

    @Bean
    NoticeDesk deadlineNotices(
            Notices notices,
            Dispatches dispatches,
            PublishedDeadlines policy,
            RoutingProperties properties,
            Clock clock) {
        Slots slots =
                new Slots(() -> policy.get().calendar(), properties.notices().times());
        return new NoticeDesk(notices, dispatches, slots, clock);
    }

    @Bean
    NoticeChannel noticeChannel(RoutingProperties properties) {
        RoutingProperties.Notices set = properties.notices();
        return set.provider() == null
                ? NoticeChannel.INBOX_ONLY
                : guarded(new ProviderChannel(WebClient.builder(), set.provider(), set.providerToken()));
    }

    @Bean
    Repeatedly noticeSchedule(
            Notices notices,
            Dispatches dispatches,
            Rosters rosters,
            Units units,
            PublishedDeadlines policy,
            NoticeChannel channel,
            RoutingProperties properties,
            @Value("${hotline.tenant:630100}") String tenant,
            Clock clock) {
        RoutingProperties.Notices set = properties.notices();
        Addressees addressees = new Addressees(
                () -> policy.get().calendar(), ChassisWiring.ZONE, set.dutyOffice(), set.dutyOfficePhone());
        NoticePost post = new NoticePost(notices, dispatches, rosters, units, addressees, channel, clock);
        return new Repeatedly("Handing on notices", HANDED_ON_EVERY, post::handOn).by("routing", tenant);
    }

    @Bean
    EventInlet<RoutingEvent> ownEvents(EventFamily<RoutingEvent> family, NoticeDesk desk, ParkedEvents parked) {
        return new EventInlet<>(family, new OwnEventsIn(desk).handlers(), parked, PARKED_AS);
    }

    private static NoticeChannel guarded(NoticeChannel provider) {
        CircuitBreakerConfig breaker = CircuitBreakerConfig.custom()
                .slidingWindowSize(10)
                .minimumNumberOfCalls(5)
                .waitDurationInOpenState(Duration.ofSeconds(30))
                .build();
        RetryConfig retry = RetryConfig.custom()
                .maxAttempts(TRIES)
                .intervalFunction(IntervalFunction.ofExponentialRandomBackoff(Duration.ofMillis(500), 2, 0.5))
                .retryOnException(failure -> !(failure instanceof CallNotPermittedException))
                .build();
        return new GuardedChannel(
                provider, TimeLimiter.of(PATIENCE), Retry.of(PROVIDER, retry), CircuitBreaker.of(PROVIDER, breaker));
    }
}
