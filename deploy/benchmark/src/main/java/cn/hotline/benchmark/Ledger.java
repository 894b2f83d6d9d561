package cn.hotline.benchmark;

import cn.hotline.evaluation.Fault;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reporting's ledger, read as the city's office reads it, for the days from the first use of this object on. */
final class Ledger {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int LARGEST_PAGE = 200;

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = new JsonMapper();
    private final Hotline hotline;
    private final LocalDate since = LocalDate.now(ZONE);

    Ledger(Hotline hotline) {
        this.hotline = hotline;
    }

    /** How many tickets have been received. */
    long count() {
        return total("");
    }

    /** How many of them wait at a unit. */
    long dispatched() {
        return total("&status=DISPATCHED");
    }

    /** The numbers of all tickets, one for each row. */
    List<String> numbers() {
        List<String> numbers = new ArrayList<>();
        for (LocalDate day : days()) {
            JsonNode items;
            int page = 0;
            do {
                items = page(day, "&size=" + LARGEST_PAGE + "&page=" + page++).get("items");
                items.forEach(item -> numbers.add(item.get("number").asString()));
            } while (items.size() == LARGEST_PAGE);
        }
        return numbers;
    }

    private long total(String filter) {
        return days().stream()
                .mapToLong(day -> page(day, "&size=1" + filter).get("total").asLong())
                .sum();
    }

    /** A run that passes midnight has two days. */
    private List<LocalDate> days() {
        return since.datesUntil(LocalDate.now(ZONE).plusDays(1)).toList();
    }

    private JsonNode page(LocalDate day, String query) {
        HttpRequest request = HttpRequest.newBuilder(hotline.at("/reporting/api/v1/ledger?date=" + day + query))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", hotline.authorization("office"))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new Fault(
                        "台账不可读：" + answer.statusCode() + "。",
                        "The ledger cannot be read: " + answer.statusCode() + ".");
            }
            return json.readTree(answer.body());
        } catch (IOException away) {
            throw new Fault("台账联系不上。", "The ledger does not answer.");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Fault("已中断。", "Interrupted.");
        }
    }
}
