package cn.hotline.routing.dispatch.web;

import cn.hotline.chassis.Termed.Coded;
import cn.hotline.routing.catalogue.model.UnitSuggestion;
import cn.hotline.routing.classification.model.CategorySuggestion;
import cn.hotline.routing.classification.model.SensitiveMark;
import cn.hotline.routing.contract.RoutingEvent.Rule;
import cn.hotline.routing.dispatch.model.Classification;
import cn.hotline.routing.dispatch.model.Dispatch;
import cn.hotline.routing.dispatch.model.Handling;
import cn.hotline.routing.dispatch.model.Topic;
import cn.hotline.routing.precedent.Precedents;
import cn.hotline.routing.precedent.model.Precedent;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * 派单理由: why a ticket is where it is, for a clerk who checks it.
 *
 * @param category what it is about; absent when nothing was recognised and nobody has told
 * @param others what else it may be about, likeliest first
 * @param place where it is; absent when no place was recognised
 * @param urgency how urgent it is
 * @param sensitive why it wants care; usually empty
 * @param rule entry and version of the catalogue by which it was given away last; absent before
 * @param candidates whom the catalogue proposed, best first, each with entry, version and legal basis
 * @param doubts why no rule decided; empty when one did
 * @param similar closed tickets that read like it, and where they went
 */
record Reasons(
        String number,
        @Nullable Why category,
        List<CategorySuggestion> others,
        @Nullable Words place,
        Words urgency,
        List<SensitiveMark> sensitive,
        @Nullable Rule rule,
        List<UnitSuggestion> candidates,
        List<Coded> doubts,
        List<Precedent> similar) {

    /**
     * @param by who chose it, or the versions of model and lexicon that did
     * @param confidence 0 to 1
     * @param words that speak for it; empty when a person chose it
     */
    record Why(String code, String term, String by, double confidence, List<String> words) {}

    /** @param words that speak for it; empty where it was told or follows from something else */
    record Words(String term, List<String> words) {}

    static Mono<Reasons> of(Dispatch dispatch, Precedents precedents, int most) {
        return similar(precedents, dispatch, most).map(similar -> of(dispatch, similar));
    }

    static Mono<List<Precedent>> similar(Precedents precedents, Dispatch dispatch, int most) {
        Topic topic = dispatch.classification().topic();
        return precedents
                .like(
                        dispatch.appeal().title(),
                        dispatch.appeal().content(),
                        topic == null ? null : topic.code(),
                        most + 1)
                .map(found -> found.stream()
                        .filter(one -> !one.number().equals(dispatch.number().value()))
                        .limit(most)
                        .toList());
    }

    private static Reasons of(Dispatch dispatch, List<Precedent> similar) {
        Classification seen = dispatch.classification();
        Topic topic = seen.topic();
        Handling handling = dispatch.handling();
        TicketHead head = new TicketHead(dispatch);
        return new Reasons(
                dispatch.number().value(),
                topic == null
                        ? null
                        : new Why(topic.code(), topic.term(), seen.by(), seen.confidence(), head.evidence()),
                seen.proposal().others(),
                seen.place() == null
                        ? null
                        : new Words(head.where(), seen.proposal().placeEvidence()),
                new Words(seen.urgency().term(), seen.urgencyEvidence()),
                seen.proposal().sensitive(),
                handling == null ? null : handling.rule(),
                seen.proposal().units(),
                seen.proposal().doubts().stream()
                        .map(doubt -> new Coded(doubt.name(), doubt.term()))
                        .toList(),
                similar);
    }
}
