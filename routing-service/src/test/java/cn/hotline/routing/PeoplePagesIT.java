package cn.hotline.routing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.hotline.access.Position;
import cn.hotline.access.Role;
import cn.hotline.access.testing.SignedIn;
import cn.hotline.routing.dispatch.Tickets;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.BodyInserters.FormInserter;

/** 人员与值班 and 通知 as a browser gets them, through the real topic. */
class PeoplePagesIT {

    private static final String EMERGENCY = "XN261123-000401";

    private static RunningRouting routing;

    @BeforeAll
    static void start() {
        routing = new RunningRouting(0);
    }

    @AfterAll
    static void stop() {
        routing.close();
    }

    @Test
    void aUnitWithADutyGetsAnEmergencyAndIsToldOfItAtOnce() {
        WebTestClient head = routing.as(SignedIn.unit("630103", Position.HEAD));
        WebTestClient clerk = routing.as(SignedIn.unit("630103"));
        assertThat(page(head, "/roster").select(".tag").text()).isEqualTo("不能接收特急工单");

        Document kept = post(head, "/roster?version=0", roster());
        assertThat(kept.select(".toast").text()).contains("人员与值班已保存。");
        assertThat(kept.select(".tag").text()).isEqualTo("可以接收特急工单");
        assertThat(page(clerk, "/roster").select("form")).isEmpty();
        assertThat(page(clerk, "/roster").text()).contains("今日值班：李芳");
        assertThat(page(routing.as(SignedIn.as(Role.ADMIN)), "/roster?unit=630103")
                        .select("form [name='duty.phone']")
                        .val())
                .isEqualTo("0971-8230000");

        routing.told(Tickets.dangerous(EMERGENCY));
        Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(
                        page(clerk, "/notices").select(".notice li").eachText())
                .singleElement()
                .asString()
                .startsWith(EMERGENCY)
                .contains("特急工单待签收"));
        assertThat(page(clerk, "/notices/badge").select(".count").text()).isEqualTo("1");
        assertThat(page(clerk, "/inbox").select("#notice-badge")).hasSize(1);

        Document read = post(clerk, "/notices/read", BodyInserters.fromFormData("all", "true"));
        assertThat(read.select(".notice-read")).hasSize(1);
        assertThat(page(clerk, "/notices/badge").select(".count")).isEmpty();
        assertThat(page(head, "/notices/badge").select(".count").text()).isEqualTo("1");
        assertThat(page(routing.as(SignedIn.unit("630105")), "/notices").select(".notice"))
                .isEmpty();
    }

    private static FormInserter<String> roster() {
        FormInserter<String> form = BodyInserters.fromFormData("people[0].name", "李芳")
                .with("people[0].account", "unit-630103")
                .with("people[0].post", "CLERK")
                .with("people[2].name", "陈刚")
                .with("people[2].account", "unit-630103-head")
                .with("people[2].post", "HEAD")
                .with("duty.phone", "0971-8230000");
        for (int day = 0; day < 7; day++) {
            form = form.with("duty.week[" + day + "].account", "unit-630103");
        }
        return form;
    }

    private static Document page(WebTestClient client, String path) {
        return read(client.get().uri(path).exchange());
    }

    private static Document post(WebTestClient client, String path, FormInserter<String> form) {
        return read(client.post().uri(path).body(form).exchange());
    }

    private static Document read(WebTestClient.ResponseSpec answer) {
        answer.expectStatus().isOk();
        String body = answer.returnResult(String.class)
                .getResponseBody()
                .collectList()
                .map(lines -> String.join("", lines))
                .blockOptional()
                .orElseThrow();
        return Jsoup.parse(body);
    }
}
