package cn.hotline.routing.precedent;

import cn.hotline.chassis.Cause;
import cn.hotline.routing.classification.Categories;
import cn.hotline.routing.precedent.model.Precedent;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * 相似工单 among the newest closed ones of the city this process works for. What was closed in the last minutes is not among
 * them yet. For those who may see every ticket of the hotline that is not confidential: dispatchers and supervisors.
 */
public final class Precedents {

    private static final int TICKETS = 5_000;
    private static final Duration GOOD_FOR = Duration.ofMinutes(5);

    private final Mono<PrecedentIndex> index;
    private final String tenant;

    /** @param tenant whose tickets these are */
    public Precedents(ClosedTickets closed, Categories categories, String tenant) {
        this.tenant = tenant;
        this.index = closed.newest()
                .take(TICKETS)
                .collectList()
                .map(tickets -> new PrecedentIndex(tickets, code -> field(categories, code)))
                .contextWrite(Cause.command(tenant, "routing", null, null).context())
                .cache(found -> GOOD_FOR, failed -> Duration.ZERO, () -> Duration.ZERO);
    }

    private static String field(Categories categories, String code) {
        return categories
                .find(code)
                .map(category -> categories.upTo(1, category).code())
                .orElse(code);
    }

    /**
     * The most similar first; none for another tenant.
     *
     * @param category code of the class it is taken for; null where none is known
     */
    public Mono<List<Precedent>> like(String title, String content, @Nullable String category, int most) {
        return Cause.current()
                .filter(cause -> cause.tenant().equals(tenant))
                .flatMap(ours -> index)
                .map(found -> found.like(title, content, category, most))
                .defaultIfEmpty(List.of());
    }
}
