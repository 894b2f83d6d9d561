package cn.hotline.intake.registration.web;

import cn.hotline.chassis.Cause;
import cn.hotline.chassis.web.ProblemAnswers;
import cn.hotline.chassis.web.RequestBodies;
import cn.hotline.intake.Story;
import cn.hotline.intake.codes.Channels;
import cn.hotline.intake.codes.Codes;
import cn.hotline.intake.registration.InMemoryIntake;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.MockServerConfigurer;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.server.adapter.WebHttpHandlerBuilder;
import tools.jackson.databind.json.JsonMapper;

/** Intake's API over ports in memory, with the edge all services share but without Spring's context. */
final class ApiSlice {

    final InMemoryIntake intake = new InMemoryIntake();
    final WebTestClient client = client();

    WebTestClient.ResponseSpec post(String path, Object body) {
        return client.post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    WebTestClient.ResponseSpec get(String path, Object... parts) {
        return client.get().uri(path, parts).exchange();
    }

    private WebTestClient client() {
        Channels channels = new Channels();
        Codes codes = new Codes();
        TicketReader reader = new TicketReader(channels, codes, Story.CLOCK);
        TicketViews views = new TicketViews(intake.tickets, intake.progresses, channels, codes);
        TicketQueries queries = new TicketQueries(channels, codes, "XN", Story.CLOCK);
        return WebTestClient.bindToController(
                        new TicketController(intake.registration, reader, queries, views),
                        new SequelController(intake.sequel, reader, views),
                        new CallController(intake.callDesk, new CallReader(Story.CLOCK)),
                        new CallerController(intake.callers, reader, views),
                        new CodeListController(channels))
                .apply(new MockServerConfigurer() {
                    @Override
                    public void beforeServerCreated(WebHttpHandlerBuilder builder) {
                        builder.filters(filters -> {
                            filters.add(0, (exchange, chain) -> chain.filter(exchange)
                                    .contextWrite(Cause.command("630100", "operator", null, null)
                                            .context()));
                            filters.add(1, new RequestBodies());
                        });
                        builder.exceptionHandlers(handlers -> handlers.add(
                                0, new ProblemAnswers(JsonMapper.builder().build())));
                    }
                })
                .build();
    }
}
