package cn.hotline.routing.unitsystem.mongo;

import static com.mongodb.client.model.Filters.eq;

import cn.hotline.chassis.Aggregates.Versioned;
import cn.hotline.chassis.Cause;
import cn.hotline.chassis.Change;
import cn.hotline.chassis.mongo.AggregateCollection;
import cn.hotline.chassis.mongo.DocumentStore;
import cn.hotline.routing.contract.RoutingEvent.Unit;
import cn.hotline.routing.unitsystem.UnitSystems;
import cn.hotline.routing.unitsystem.model.UnitSystem;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Documents of the collection {@code unitSystems}, one for each unit that ever had one. */
public final class MongoUnitSystems implements UnitSystems {

    private static final int ALL = 10_000;

    /** Stands where there is none yet, for whoever decides. */
    private static final UnitSystem BLANK =
            new UnitSystem(new Unit("", ""), "", false, false, null, false, false, "", Instant.EPOCH);

    private final AggregateCollection<UnitSystem, Void> documents;

    public MongoUnitSystems(DocumentStore<?> store) {
        this.documents = store.readModel(
                "unitSystems", UnitSystem.class, new IndexModel(Indexes.ascending("tenant", "state.active")));
    }

    @Override
    public Mono<UnitSystem> find(String unit) {
        return id(unit).flatMap(documents::find).map(Versioned::state);
    }

    @Override
    public Flux<UnitSystem> active() {
        return documents
                .list(eq("state.active", true), Sorts.ascending("_id"), 0, ALL)
                .map(Versioned::state);
    }

    @Override
    public Mono<UnitSystem> change(String unit, Function<@Nullable UnitSystem, UnitSystem> decision) {
        return id(unit).flatMap(id -> documents.changeOrOpen(
                        id, BLANK, before -> Change.of(decision.apply(before.equals(BLANK) ? null : before))))
                .map(Versioned::state);
    }

    private static Mono<String> id(String unit) {
        return Cause.current().map(cause -> cause.tenant() + "/" + unit);
    }
}
