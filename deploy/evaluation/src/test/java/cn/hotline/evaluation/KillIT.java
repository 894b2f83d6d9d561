package cn.hotline.evaluation;

import static cn.hotline.evaluation.HotlineClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * A real process is killed under load, again and again: every ticket that was answered 201 is there, once, and its
 * events have reached the other services, once in effect.
 */
@Tag("slow")
class KillIT {

    private static final int KILLS = 10;
    private static final int WRITERS = 8;
    private static final int LONGEST_LIFE_UNDER_LOAD_MS = 4_000;

    /** Fixed, so that a failure can be told apart from another run's luck. */
    private final Random random = new Random(12345);

    private final int gateway = FreePorts.gateway();
    private final HotlineClient client = new HotlineClient(gateway, "operator");
    private final Map<String, String> numbers = new ConcurrentHashMap<>();
    private final Queue<String> unanswered = new ConcurrentLinkedQueue<>();
    private final AtomicInteger messages = new AtomicInteger();

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @Test
    void whatWasAnsweredIsThereOnceAndHasReachedEverybodyOnce() throws IOException, InterruptedException {
        for (int kill = 0; kill < KILLS; kill++) {
            try (HotlineProcess hotline = start()) {
                underLoad(() -> hotline.endsWithin(200 + random.nextInt(LONGEST_LIFE_UNDER_LOAD_MS)), hotline);
            }
        }
        try (HotlineProcess hotline = start()) {
            askAgainWhatWasCutOff();
            System.out.printf(
                    "%d kills, %d tickets, %d of them asked again after a kill%n",
                    KILLS, numbers.size(), unanswered.size());
            everyTicketIsThereOnce();
            routingHasOpenedEachOnce();
            reportingCountsEachOnce();
            hotline.stop();
            hotline.exitStatus();
        }
    }

    private HotlineProcess start() throws IOException, InterruptedException {
        return HotlineProcess.start(
                        folder.resolve("said"),
                        "--data",
                        folder.resolve("data").toString(),
                        "--port",
                        String.valueOf(gateway))
                .ready();
    }

    /** Writers write without pause until the process is gone; what got no answer is kept. */
    private void underLoad(Wait untilTheKill, HotlineProcess hotline) throws InterruptedException {
        CountDownLatch wrote = new CountDownLatch(WRITERS);
        List<Thread> writers = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            Thread writer = new Thread(() -> writeUntilCutOff(wrote));
            writer.start();
            writers.add(writer);
        }
        wrote.await();
        untilTheKill.run();
        hotline.kill();
        for (Thread writer : writers) {
            writer.join();
        }
    }

    private void writeUntilCutOff(CountDownLatch wrote) {
        boolean first = true;
        while (true) {
            String id = "kill-" + messages.incrementAndGet();
            try {
                if (!register(id)) {
                    unanswered.add(id);
                }
                if (first) {
                    wrote.countDown();
                    first = false;
                }
            } catch (IOException | InterruptedException cutOff) {
                unanswered.add(id);
                if (first) {
                    wrote.countDown();
                }
                return;
            }
        }
    }

    private boolean register(String id) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.post("/intake/api/v1/tickets", """
                {"channel":"PHONE","externalId":"%s","kind":"COMPLAINT","content":"夜间施工噪音影响休息，请核实。第 %s 号",
                 "place":{"divisionCode":"630103"},"categoryCode":"EE-NOISE"}
                """.formatted(id, id));
        if (answer.statusCode() != 201 && answer.statusCode() != 200) {
            return false;
        }
        String number = json(answer).path("number").asString();
        String before = numbers.putIfAbsent(id, number);
        assertThat(before == null || before.equals(number)).as(id).isTrue();
        return true;
    }

    private void askAgainWhatWasCutOff() throws IOException, InterruptedException {
        for (String id : unanswered) {
            assertThat(register(id)).as(id).isTrue();
        }
        assertThat(numbers).hasSize(messages.get());
        assertThat(numbers.values()).doesNotHaveDuplicates();
    }

    private void everyTicketIsThereOnce() throws IOException, InterruptedException {
        Map<String, String> stored = new HashMap<>();
        for (JsonNode ticket : client.all("/intake/api/v1/tickets")) {
            String before = stored.put(
                    ticket.path("externalId").asString(), ticket.path("number").asString());
            assertThat(before).as("a second ticket of the same message").isNull();
        }
        assertThat(stored).isEqualTo(numbers);
    }

    private void routingHasOpenedEachOnce() throws IOException, InterruptedException {
        String dispatched = "/routing/api/v1/dispatches?status=DISPATCHED";
        client.as("dispatcher")
                .await(dispatched + "&size=1", page -> page.path("total").asInt() == numbers.size());
        List<JsonNode> dispatches = client.as("dispatcher").all(dispatched);
        assertThat(dispatches.stream().map(dispatch -> dispatch.path("number").asString()))
                .containsExactlyInAnyOrderElementsOf(numbers.values());
        assertThat(dispatches).allSatisfy(dispatch -> assertThat(steps(dispatch, "code", ""))
                .containsExactly("REGISTERED", "DISPATCHED"));
    }

    private void reportingCountsEachOnce() throws IOException, InterruptedException {
        LocalDate day = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        for (String number : numbers.values()) {
            JsonNode course = client.as("office")
                    .await("/reporting/api/v1/ledger/" + number, row -> steps(row, "kind", "code")
                            .containsAll(List.of("REGISTERED", "CLASSIFIED", "DISPATCHED")));
            assertThat(steps(course, "kind", "code")).as(number).doesNotHaveDuplicates();
        }
        int reported = json(client.as("office").get("/reporting/api/v1/daily-reports/" + day))
                        .path("calls")
                        .asInt()
                + json(client.as("office").get("/reporting/api/v1/daily-reports/" + day.minusDays(1)))
                        .path("calls")
                        .asInt();
        assertThat(reported).isEqualTo(numbers.size());
        assertThat(json(client.as("office").get("/reporting/api/v1/daily-reports/" + day))
                        .path("hot")
                        .path(0)
                        .path("group")
                        .asString())
                .isEqualTo("噪音问题");
    }

    private static List<String> steps(JsonNode view, String field, String inner) {
        return view.path("steps")
                .valueStream()
                .map(step ->
                        inner.isEmpty() ? step.path(field) : step.path(field).path(inner))
                .map(JsonNode::asString)
                .toList();
    }

    private interface Wait {
        void run() throws InterruptedException;
    }
}
