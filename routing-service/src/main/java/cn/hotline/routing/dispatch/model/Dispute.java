package cn.hotline.routing.dispatch.model;

import cn.hotline.routing.contract.RoutingEvent.Unit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * 退单与裁定: who said a ticket is not theirs, and what became of it.
 *
 * @param objections oldest first; only the last may wait for its decision
 * @param ruling ends the question for this ticket: nobody sends it back afterwards; null before
 */
public record Dispute(List<Objection> objections, @Nullable Ruling ruling) {

    static final Dispute NONE = new Dispute(List.of(), null);

    public Dispute(@Nullable List<Objection> objections, @Nullable Ruling ruling) {
        this.objections = objections == null ? List.of() : List.copyOf(objections);
        this.ruling = ruling;
    }

    Dispute raised(Objection objection) {
        return new Dispute(
                Stream.concat(objections.stream(), Stream.of(objection)).toList(), ruling);
    }

    Dispute decided(Decision decision) {
        List<Objection> all = new ArrayList<>(objections);
        all.set(all.size() - 1, last().decided(decision));
        return new Dispute(all, ruling);
    }

    Dispute ruled(Ruling made) {
        return new Dispute(objections, made);
    }

    /** The one that waits for a decision. */
    public Optional<Objection> waiting() {
        return objections.isEmpty() || last().decision() != null ? Optional.empty() : Optional.of(last());
    }

    /** Everybody who sent it back, each once. */
    List<Unit> objectors() {
        return objections.stream().map(Objection::unit).distinct().toList();
    }

    private Objection last() {
        return objections.get(objections.size() - 1);
    }

    /**
     * 裁定: whose a ticket is.
     *
     * @param reason masked
     */
    public record Ruling(Unit unit, String reason, Staff by, Instant at) {}
}
