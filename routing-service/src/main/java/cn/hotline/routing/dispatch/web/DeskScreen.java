package cn.hotline.routing.dispatch.web;

import cn.hotline.access.Person;
import cn.hotline.access.Role;
import cn.hotline.chassis.Aggregates.Versioned;
import cn.hotline.chassis.Refusal.General;
import cn.hotline.chassis.Refused;
import cn.hotline.routing.classification.model.Urgency;
import cn.hotline.routing.dispatch.Dispatches;
import cn.hotline.routing.dispatch.Holding;
import cn.hotline.routing.dispatch.model.Dispatch;
import cn.hotline.routing.dispatch.model.Viewer;
import cn.hotline.routing.dispatch.web.DispatchRequests.ReasonRequest;
import cn.hotline.routing.precedent.Precedents;
import cn.hotline.routing.precedent.model.Precedent;
import cn.hotline.ui.Choice;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What the dispatch desk shows: tabs, a list, one open ticket; to whoever asks what they may see. The two controllers of the
 * desk answer with it. Thread-safe.
 */
public final class DeskScreen {

    private static final int LISTED = 100;
    private static final int SIMILAR = 3;
    private static final String DESK = "pages/routing/desk";
    private static final List<Choice> URGENCIES = Arrays.stream(Urgency.values())
            .map(urgency -> Choice.of(urgency.name(), urgency.term()))
            .toList();

    private final Dispatches dispatches;
    private final DispatchRequests requests;
    private final Viewers viewers;
    private final Choices choices;
    private final Precedents precedents;
    private final Clock clock;

    public DeskScreen(
            Dispatches dispatches,
            DispatchRequests requests,
            Viewers viewers,
            Choices choices,
            Precedents precedents,
            Clock clock) {
        this.dispatches = dispatches;
        this.requests = requests;
        this.viewers = viewers;
        this.choices = choices;
        this.precedents = precedents;
        this.clock = clock;
    }

    /** The whole page, with the ticket of that number open, or the first of the list where none is named. */
    Mono<Rendering> whole(DeskTab tab, String q, String number) {
        return asked(tab, q).flatMap(asked -> seen(asked).flatMap(seen -> opened(asked, number, seen.listed())
                .map(open -> listing(null, asked, seen, open.orElse(null)).build())));
    }

    /** The ticket alone. */
    Mono<Rendering> ticket(DeskTab tab, String number) {
        return asked(tab, "").flatMap(asked -> found(asked, number).map(dispatch -> rendering("ticket", asked)
                .modelAttribute("ticket", asked.page(dispatch, clock))
                .modelAttribute("similar", similar(asked, dispatch))
                .build()));
    }

    /** Tabs and list. */
    Mono<Rendering> list(DeskTab tab, String q, String number) {
        return asked(tab, q).flatMap(asked -> seen(asked).map(seen -> listing("list-and-tabs", asked, seen, null)
                .modelAttribute("open", number)
                .build()));
    }

    Mono<Asked> asked(DeskTab tab, String q) {
        return Person.current()
                .map(person ->
                        new Asked(viewers.of(person), person.is(Role.DISPATCHER), person.is(Role.SUPERVISOR), tab, q));
    }

    /** What a form says. */
    <T> Mono<Sent<T>> sent(
            DeskTab tab, ServerWebExchange exchange, Function<MultiValueMap<String, String>, T> reading) {
        return Mono.zip(asked(tab, ""), exchange.getFormData().map(reading), Sent::new);
    }

    /** What somebody does who says why. */
    Mono<Rendering> reasoned(DeskTab tab, ServerWebExchange exchange, BiFunction<Asked, String, Mono<Rendering>> act) {
        return sent(tab, exchange, form -> requests.reason(new ReasonRequest(form.getFirst("reason"))))
                .flatMap(sent -> act.apply(sent.by(), sent.what()));
    }

    /** After a dispatch: the next that waits. */
    Mono<Rendering> next(Asked asked, Dispatch given) {
        String words = "已派给" + asked.page(given, clock).lead() + "。";
        return seen(asked).map(seen -> listing(
                        "acted",
                        asked,
                        seen,
                        seen.listed().stream().findFirst().map(Versioned::state).orElse(null))
                .modelAttribute("words", words)
                .build());
    }

    /** After anything else: the ticket as it is now. */
    Mono<Rendering> acted(Asked asked, Dispatch open, String words) {
        return seen(asked).map(seen -> listing("acted", asked, seen, open)
                .modelAttribute("words", words)
                .build());
    }

    private Mono<Optional<Dispatch>> opened(Asked asked, String number, List<Versioned<Dispatch>> listed) {
        return number.isEmpty()
                ? Mono.just(listed.stream().findFirst().map(Versioned::state))
                : found(asked, number).map(Optional::of);
    }

    private Mono<Dispatch> found(Asked asked, String number) {
        return dispatches
                .find(asked.viewer(), DispatchController.parsed(number))
                .map(Versioned::state)
                .switchIfEmpty(Mono.error(() -> new Refused(General.NOT_FOUND)));
    }

    private Mono<Seen> seen(Asked asked) {
        return Mono.zip(
                tabs(asked),
                dispatches
                        .list(asked.viewer(), asked.tab().filter(asked.q()), 0, LISTED)
                        .collectList(),
                Seen::new);
    }

    private Rendering.Builder<?> listing(@Nullable String fragment, Asked asked, Seen seen, @Nullable Dispatch open) {
        Rendering.Builder<?> rendering = rendering(fragment, asked)
                .modelAttribute("tabs", seen.tabs())
                .modelAttribute("waiting", seen.tabs().get(0).count())
                .modelAttribute("open", open == null ? "" : open.number().value())
                .modelAttribute(
                        "rows",
                        seen.listed().stream()
                                .map(stored -> asked.page(stored.state(), clock))
                                .toList());
        return open == null
                ? rendering
                : rendering
                        .modelAttribute("ticket", asked.page(open, clock))
                        .modelAttribute("similar", similar(asked, open));
    }

    /** Closed tickets that read like this one, for whoever may read it; shown while it is to be dispatched. */
    private Mono<List<Precedent>> similar(Asked asked, Dispatch open) {
        TicketPage page = asked.page(open, clock);
        return page.withheld() || !page.toDispatch()
                ? Mono.just(List.of())
                : precedents.like(open.appeal().title(), open.appeal().content(), SIMILAR);
    }

    private Rendering.Builder<?> rendering(@Nullable String fragment, Asked asked) {
        return Rendering.view(fragment == null ? DESK : DESK + " :: " + fragment)
                .modelAttribute("tab", asked.tab())
                .modelAttribute("q", asked.q())
                .modelAttribute("mayDispatch", asked.mayDispatch())
                .modelAttribute("mayLift", asked.mayLift())
                .modelAttribute("units", choices.units())
                .modelAttribute("categories", choices.categories())
                .modelAttribute("urgencies", URGENCIES);
    }

    private Mono<List<TabView>> tabs(Asked asked) {
        return Flux.fromArray(DeskTab.values())
                .flatMapSequential(tab -> dispatches
                        .count(asked.viewer(), tab.filter(""))
                        .map(count -> new TabView(tab, count, tab == asked.tab())))
                .collectList();
    }

    /** What is asked for: by whom, what they may do here, which tab, which words. */
    record Asked(Viewer viewer, boolean mayDispatch, boolean mayLift, DeskTab tab, String q) {

        Holding holding(String number) {
            return DispatchController.holding(viewer, number, null);
        }

        TicketPage page(Dispatch dispatch, Clock clock) {
            return new TicketPage(dispatch, viewer, clock);
        }
    }

    /** What a form says, and who sent it. */
    record Sent<T>(Asked by, T what) {

        Holding holding(String number) {
            return by.holding(number);
        }
    }

    /** What the desk shows beside the open ticket. */
    record Seen(List<TabView> tabs, List<Versioned<Dispatch>> listed) {}

    /** One tab with how many tickets it holds. */
    record TabView(DeskTab tab, long count, boolean current) {}
}
