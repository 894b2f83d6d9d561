package cn.hotline.evaluation.audit;

import cn.hotline.evaluation.Fault;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * {@code ./hotline audit verify} and {@code ./hotline audit who-saw NUMBER}, asked of a running hotline through its
 * gateway. Says lines of {@code name value}; status 0 when it did its work and found nothing broken, 1 with one sentence
 * otherwise.
 */
public final class AuditCommand {

    private static final List<String> SERVICES = List.of("intake", "routing", "followup", "reporting");
    private static final List<String> SEEING = List.of("REVEAL", "REVEAL_FOR_HANDLING", "READ", "READ_ATTACHMENT");

    /** Anchors go into an address, which has its bounds; the latest chains are the ones that may have been cut. */
    private static final int MOST_ANCHORS = 40;

    private final PrintStream out;
    private final PrintStream err;

    public AuditCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** @return exit status */
    public int run(List<String> arguments) {
        try {
            return run(Asked.of(arguments)) ? 0 : 1;
        } catch (Fault expected) {
            err.println(expected.getMessage());
            return 1;
        }
    }

    private boolean run(Asked asked) {
        Auditor auditor = new Auditor(asked.url, asked.secret);
        return asked.number == null ? verify(auditor, asked.log) : whoSaw(auditor, asked.number);
    }

    private boolean verify(Auditor auditor, @Nullable Path log) {
        LoggedAnchors anchors = log == null ? LoggedAnchors.none() : LoggedAnchors.in(log);
        boolean whole = true;
        for (String service : SERVICES) {
            whole &= verify(auditor, service, anchors.of(service));
        }
        out.println("whole " + whole);
        return whole;
    }

    private boolean verify(Auditor auditor, String service, List<String> logged) {
        List<String> anchors = logged.subList(Math.max(0, logged.size() - MOST_ANCHORS), logged.size());
        JsonNode found = auditor.verification(service, anchors);
        out.println(service + "-whole " + found.path("whole").asBoolean());
        out.println(service + "-records " + found.path("records").asLong());
        out.println(service + "-chains " + found.path("chains").size());
        out.println(service + "-anchors " + anchors.size());
        JsonNode broken = found.path("broken");
        if (!found.path("whole").asBoolean()) {
            String place = broken.path("chain").asString() + " "
                    + broken.path("sequence").asLong();
            String code = broken.path("code").asString();
            out.println(service + "-broken " + place + " " + code);
            err.println(new Fault(
                            service + " 的审计日志不完整：链 " + place.replace(" ", " 第 ") + " 条，"
                                    + broken.path("why").asString() + "。",
                            "The audit log of " + service + " is broken at " + place + ": " + code + ".")
                    .getMessage());
        }
        return found.path("whole").asBoolean();
    }

    private boolean whoSaw(Auditor auditor, String number) {
        List<Seen> seen = new ArrayList<>();
        for (String service : SERVICES) {
            for (String action : SEEING) {
                auditor.records(service, number, action).forEach(act -> seen.add(Seen.of(service, act)));
            }
        }
        seen.sort(Comparator.comparing(Seen::at));
        seen.forEach(act -> out.println(act.line()));
        out.println("acts " + seen.size());
        out.println("people " + seen.stream().map(Seen::account).distinct().count());
        return true;
    }

    /** One look at personal data. */
    private record Seen(String at, String account, String line) {

        static Seen of(String service, JsonNode act) {
            JsonNode who = act.path("who");
            String at = act.path("at").asString();
            String account = who.path("account").asString();
            String refused = act.path("outcome").path("code").asString().equals("DENIED") ? " DENIED" : "";
            return new Seen(
                    at,
                    account,
                    "saw " + at + " " + act.path("action").path("code").asString() + refused + " " + account + " "
                            + who.path("name").asString() + " "
                            + who.path("address").asString() + " " + service + " "
                            + act.path("reason").asString("-"));
        }
    }

    /**
     * What was asked for on the command line.
     *
     * @param number whose readers are asked for; null to verify
     * @param log the application's log to hold against the chains; null for none
     */
    private record Asked(
            @Nullable String number,
            URI url,
            String secret,
            @Nullable Path log) {

        static Asked of(List<String> arguments) {
            String number = null;
            String url = "http://localhost:8080";
            String secret = "hotline";
            Path log = null;
            int next =
                    switch (arguments.isEmpty() ? "" : arguments.get(0)) {
                        case "verify" -> 1;
                        case "who-saw" -> {
                            number = number(arguments);
                            yield 2;
                        }
                        default -> throw usage();
                    };
            for (; next < arguments.size(); next += 2) {
                if (next + 1 == arguments.size()) {
                    throw usage();
                }
                String value = arguments.get(next + 1);
                switch (arguments.get(next)) {
                    case "--url" -> url = value;
                    case "--secret" -> secret = value;
                    case "--log" -> log = Path.of(value);
                    default -> throw usage();
                }
            }
            if (log != null && !Files.isReadable(log)) {
                throw new Fault("没有 " + log + " 这个日志文件。", "There is no log " + log + ".");
            }
            return new Asked(number, address(url), secret, log);
        }

        private static String number(List<String> arguments) {
            if (arguments.size() < 2 || arguments.get(1).startsWith("--")) {
                throw usage();
            }
            String number = arguments.get(1);
            if (number.matches("\\d{7,}")) {
                throw new Fault("请给出工单编号，不要写电话号码。", "Give the number of a ticket, not of a telephone.");
            }
            return number;
        }

        private static URI address(String url) {
            try {
                URI address = URI.create(url.endsWith("/") ? url : url + "/");
                if (address.getHost() != null) {
                    return address;
                }
            } catch (IllegalArgumentException unreadable) {
                // Answered below as any other address that is none.
            }
            throw new Fault("--url 应写作 http://localhost:8080。", "--url should read like http://localhost:8080.");
        }

        private static Fault usage() {
            return new Fault(
                    "用法：./hotline audit verify | who-saw 工单编号 [--url 地址] [--secret 密钥] [--log 日志文件]。",
                    "Usage: ./hotline audit verify | who-saw NUMBER [--url URL] [--secret SECRET] [--log FILE].");
        }
    }
}
