package cn.hotline.routing;

import cn.hotline.access.Person;
import cn.hotline.access.Role;
import cn.hotline.access.testing.SignedIn;
import cn.hotline.chassis.web.ProblemAnswers;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.json.JsonMapper;

/** Controllers alone, with the answers that errors get at the real edge. */
public final class WebSlice {

    private WebSlice() {}

    /** For a controller that does not ask who asks. */
    public static WebTestClient of(Object controller) {
        return of(SignedIn.as(Role.ADMIN), controller);
    }

    public static WebTestClient of(Person person, Object... controllers) {
        ProblemAnswers problems = new ProblemAnswers(JsonMapper.builder().build());
        return WebTestClient.bindToController(controllers)
                .webFilter(SignedIn.filter(person))
                .webFilter((exchange, chain) ->
                        chain.filter(exchange).onErrorResume(error -> problems.handle(exchange, error)))
                .build();
    }
}
