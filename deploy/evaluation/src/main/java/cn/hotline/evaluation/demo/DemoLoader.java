package cn.hotline.evaluation.demo;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;
import tools.jackson.databind.JsonNode;

/**
 * Tells a planned day to the running hotline, as its operators, units and revisitors would: through the gateway, in
 * JSON, some contacts at a time.
 *
 * <p>Every step may be done again: registrations by their external number, calls by their key, and the rest looks first
 * how far the ticket has come. So nothing is told twice, and a day that was interrupted goes on.
 */
public final class DemoLoader {

    private static final int SIDE_BY_SIDE = 16;
    private static final Duration LOOK_AGAIN_AFTER = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String DISPATCHES = "/routing/api/v1/dispatches/";
    private static final String REVISITS = "/followup/api/v1/revisits/";

    /** Draws how far it has come. */
    public interface Progress {
        void done(int contacts, int all);
    }

    private static final String OPERATOR = "operator";
    private static final String DISPATCHER = "dispatcher";
    private static final String REVISITOR = "revisitor";
    private static final String CITY_OFFICE = "office";

    private final WebClient hotline;
    private final Tokens tokens;

    /** @param gateway scheme, host and port of the gateway */
    public DemoLoader(URI gateway) {
        hotline = WebClient.builder().baseUrl(gateway.toString()).build();
        tokens = new Tokens(gateway);
    }

    /**
     * Tells the demo day and the two days before it, and waits until the reports show it.
     *
     * @param until nothing is told to have happened later; the same at every run of the same day
     */
    public Mono<Void> load(LocalDate day, Instant until, Progress progress) {
        List<DemoContact> plan = DemoDay.plan(day, until, DemoTexts.all());
        AtomicInteger done = new AtomicInteger();
        return Flux.fromIterable(plan)
                .flatMap(
                        contact -> told(contact)
                                .then(Mono.fromRunnable(() -> progress.done(done.incrementAndGet(), plan.size()))),
                        SIDE_BY_SIDE)
                .then(shown(day));
    }

    private Mono<Void> told(DemoContact contact) {
        return recorded(contact)
                .flatMapMany(callId -> Flux.fromIterable(contact.tickets()).concatMap(ticket -> told(ticket, callId)))
                .then()
                .retryWhen(Retry.backoff(5, Duration.ofMillis(200)).filter(DemoLoader::mayPass));
    }

    /** The call's id; empty text for a contact that is no recorded call. */
    private Mono<String> recorded(DemoContact contact) {
        return contact.call() == null
                ? Mono.just("")
                : tokens.of(OPERATOR)
                        .flatMap(token -> hotline.post()
                                .uri("/intake/api/v1/calls")
                                .headers(headers -> headers.setBearerAuth(token))
                                .header("Idempotency-Key", contact.call().key())
                                .bodyValue(DemoBodies.call(contact.call()))
                                .retrieve()
                                .bodyToMono(JsonNode.class))
                        .map(answer -> answer.path("callId").asString());
    }

    private Mono<Void> told(DemoTicket ticket, String callId) {
        return classIsLeftToRouting(ticket)
                .flatMap(left -> post(OPERATOR, "/intake/api/v1/tickets", DemoBodies.ticket(ticket, callId, left)))
                .map(answer -> answer.path("number").asString())
                .flatMap(number -> taken(ticket, number));
    }

    /** Asks first: only where routing names the class itself do the day's figures stay what they are. */
    private Mono<Boolean> classIsLeftToRouting(DemoTicket ticket) {
        return ticket.classOpen()
                ? post(OPERATOR, "/routing/api/v1/recommendations", DemoBodies.recommendation(ticket.text()))
                        .map(seen -> seen.path("categories").path(0))
                        .map(first -> first.path("code")
                                .asString("")
                                .equals(ticket.text().category()))
                : Mono.just(false);
    }

    private Mono<Void> taken(DemoTicket ticket, String number) {
        return switch (ticket.course()) {
            case REGISTERED -> Mono.empty();
            case ACKNOWLEDGED -> acknowledged(ticket, number).then();
            case REPLIED -> replied(ticket, number);
            case REVISITED -> replied(ticket, number).then(revisited(ticket, number));
        };
    }

    /** The ticket as it stands at its unit. */
    private Mono<JsonNode> acknowledged(DemoTicket ticket, String number) {
        return dispatched(ticket, number)
                .flatMap(dispatch -> status(dispatch).equals("DISPATCHED")
                        ? post(unit(dispatch), DISPATCHES + number + "/acknowledge", Map.of())
                        : Mono.just(dispatch));
    }

    /** The account of the clerk of the unit that has it; of its head where clerks do not see it. */
    private static String unit(JsonNode dispatch) {
        String clerk = "unit-" + dispatch.path("unit").path("code").asString();
        return dispatch.path("confidential").asBoolean() ? clerk + "-head" : clerk;
    }

    private Mono<Void> replied(DemoTicket ticket, String number) {
        return acknowledged(ticket, number)
                .filter(dispatch -> status(dispatch).equals("IN_PROGRESS"))
                .map(DemoLoader::unit)
                .flatMap(unit -> proven(ticket, number, unit)
                        .flatMap(files -> post(unit, DISPATCHES + number + "/reply", DemoBodies.reply(ticket, files))))
                .then();
    }

    /** Whoever can be called is called; for the rest a photo shows what was done. @return ids of files */
    private Mono<List<String>> proven(DemoTicket ticket, String number, String unit) {
        return ticket.caller().anonymous()
                ? photo(unit).map(List::of)
                : post(unit, DISPATCHES + number + "/contact", DemoBodies.contact())
                        .thenReturn(List.of());
    }

    private Mono<String> photo(String unit) {
        MultipartBodyBuilder form = new MultipartBodyBuilder();
        form.part("file", new ByteArrayResource(DemoPhoto.bytes())).filename(DemoPhoto.NAME);
        return tokens.of(unit)
                .flatMap(token -> hotline.post()
                        .uri("/intake/api/v1/attachments")
                        .headers(headers -> headers.setBearerAuth(token))
                        .body(BodyInserters.fromMultipartData(form.build()))
                        .retrieve()
                        .bodyToMono(JsonNode.class))
                .map(taken -> taken.path("id").asString());
    }

    /** What routing left to a dispatcher, the dispatcher of the demo gives to the first unit proposed. */
    private Mono<JsonNode> dispatched(DemoTicket ticket, String number) {
        return await(DISPATCHER, DISPATCHES + number, any -> true)
                .flatMap(dispatch -> status(dispatch).equals("PENDING_DISPATCH")
                        ? read(dispatch, number).flatMap(read -> given(ticket, number, read))
                        : Mono.just(dispatch));
    }

    private Mono<JsonNode> read(JsonNode dispatch, String number) {
        return dispatch.path("withheld").asBoolean()
                ? post(DISPATCHER, DISPATCHES + number + "/sight", Map.of("reason", "系统未派出，须人工派单"))
                : Mono.just(dispatch);
    }

    private Mono<JsonNode> given(DemoTicket ticket, String number, JsonNode dispatch) {
        String unit = unitFor(ticket.text(), dispatch);
        return unit == null
                ? Mono.just(dispatch)
                : post(DISPATCHER, DISPATCHES + number + "/dispatch", DemoBodies.dispatch(unit));
    }

    private static @Nullable String unitFor(DemoText text, JsonNode dispatch) {
        String proposed = dispatch.path("candidates").path(0).path("code").asString("");
        String county = text.divisionCode() == null ? null : text.divisionCode().substring(0, 6);
        return proposed.isEmpty() ? county : proposed;
    }

    private Mono<Void> revisited(DemoTicket ticket, String number) {
        return await(REVISITOR, REVISITS + number, revisit -> !status(revisit).equals("NOT_DUE"))
                .filter(revisit -> status(revisit).equals("SCHEDULED"))
                .flatMap(due -> post(REVISITOR, REVISITS + number + "/verdict", DemoBodies.verdict(ticket.opinion())))
                .then();
    }

    /** Until the reports have heard of everything, which takes a moment. */
    private Mono<Void> shown(LocalDate day) {
        String reports = "/reporting/api/v1/";
        return await(CITY_OFFICE, reports + "daily-reports/" + day, DemoLoader::isWhole)
                .then(await(
                        CITY_OFFICE,
                        reports + "hazard-reports/" + day,
                        report -> report.path("total").asInt() >= DemoFigures.HAZARDS))
                .then();
    }

    private static boolean isWhole(JsonNode report) {
        Map<String, Integer> hot = new HashMap<>();
        report.path("hot")
                .forEach(group -> hot.put(
                        group.path("group").asString(""), group.path("count").asInt()));
        return report.path("direct").asInt() + report.path("forwarded").asInt() >= DemoFigures.CALLS
                && report.path("forwarded").asInt() >= DemoFigures.FORWARDED
                && report.path("web").path("total").asInt() >= DemoFigures.web()
                && report.path("revisits").asInt() >= DemoFigures.REVISITS
                && DemoFigures.HOT.entrySet().stream()
                        .allMatch(group -> hot.getOrDefault(group.getKey(), 0) >= group.getValue());
    }

    /** What stands there, once it is there and as wanted. */
    private Mono<JsonNode> await(String account, String path, Predicate<JsonNode> wanted) {
        return tokens.of(account)
                .flatMap(token -> hotline.get()
                        .uri(path)
                        .headers(headers -> headers.setBearerAuth(token))
                        .retrieve()
                        .bodyToMono(JsonNode.class))
                .onErrorResume(WebClientResponseException.NotFound.class, notYet -> Mono.empty())
                .filter(wanted)
                .repeatWhenEmpty(again -> again.delayElements(LOOK_AGAIN_AFTER))
                .timeout(PATIENCE);
    }

    private Mono<JsonNode> post(String account, String path, Map<String, ?> body) {
        return tokens.of(account).flatMap(token -> hotline.post()
                .uri(path)
                .headers(headers -> headers.setBearerAuth(token))
                .bodyValue(body)
                .retrieve()
                .bodyToMono(JsonNode.class));
    }

    private static String status(JsonNode view) {
        return view.path("status").path("code").asString("");
    }

    /** Whether trying again may help: the service is away for a moment, or somebody at a desk was faster than we. */
    private static boolean mayPass(Throwable problem) {
        return !(problem instanceof WebClientResponseException answer)
                || answer.getStatusCode().is5xxServerError()
                || answer.getStatusCode().isSameCodeAs(HttpStatusCode.valueOf(409));
    }
}
