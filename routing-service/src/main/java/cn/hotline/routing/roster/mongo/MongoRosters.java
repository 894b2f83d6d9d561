package cn.hotline.routing.roster.mongo;

import cn.hotline.chassis.Aggregates.Versioned;
import cn.hotline.chassis.Cause;
import cn.hotline.chassis.Change;
import cn.hotline.chassis.mongo.AggregateCollection;
import cn.hotline.chassis.mongo.DocumentStore;
import cn.hotline.routing.roster.Rosters;
import cn.hotline.routing.roster.model.Roster;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Mono;

/** Documents of the collection {@code rosters}, one for each unit. */
public final class MongoRosters implements Rosters {

    private final AggregateCollection<Roster, Void> documents;

    public MongoRosters(DocumentStore<?> store) {
        this.documents = store.readModel("rosters", Roster.class);
    }

    @Override
    public Mono<Roster> of(String unit) {
        return id(unit).flatMap(documents::find).map(Versioned::state).defaultIfEmpty(Roster.blank(unit));
    }

    @Override
    public Mono<Roster> change(String unit, UnaryOperator<Roster> decision) {
        return id(unit).flatMap(id ->
                        documents.changeOrOpen(id, Roster.blank(unit), roster -> Change.of(decision.apply(roster))))
                .map(Versioned::state);
    }

    private static Mono<String> id(String unit) {
        return Cause.current().map(cause -> cause.tenant() + "/" + unit);
    }
}
