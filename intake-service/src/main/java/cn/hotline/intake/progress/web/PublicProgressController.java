package cn.hotline.intake.progress.web;

import cn.hotline.access.web.Origin;
import cn.hotline.chassis.ChassisWiring;
import cn.hotline.chassis.Refused;
import cn.hotline.chassis.Termed.Coded;
import cn.hotline.chassis.web.Fields;
import cn.hotline.intake.progress.Attempts;
import cn.hotline.intake.progress.PublicProgress;
import cn.hotline.intake.progress.model.ProgressRefusal;
import cn.hotline.intake.registration.model.TicketNumber;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** 公众查询 over HTTP, for whoever comes: limited per ticket number and per source. */
@RestController
@RequestMapping("/public/progress")
public final class PublicProgressController {

    private static final int LONGEST_NUMBER = 40;

    private final PublicProgress progress;
    private final Limits limits;
    private final Origin origin;
    private final String prefix;
    private final Clock clock;

    /** @param prefix stands before a number that is sent as digits alone */
    public PublicProgressController(PublicProgress progress, Limits limits, Origin origin, String prefix, Clock clock) {
        this.progress = progress;
        this.limits = limits;
        this.origin = origin;
        this.prefix = prefix;
        this.clock = clock;
    }

    @PostMapping
    Mono<ProgressView> ask(@RequestBody ProgressRequest sent, ServerWebExchange exchange) {
        Fields fields = new Fields();
        String number = fields.required("number", sent.number(), LONGEST_NUMBER);
        String tail =
                fields.required("phoneTail", sent.phoneTail(), LONGEST_NUMBER).strip();
        fields.check(tail.matches("[0-9]{4}"), "phoneTail", "请填写号码的后四位数字");
        fields.refuseFaults();
        Optional<TicketNumber> read = TicketNumber.read(number, prefix);
        return origin.address(exchange)
                .doOnNext(source ->
                        refuseTooOften(source, read.map(TicketNumber::value).orElse(number), exchange))
                .flatMap(source -> progress.ask(read, tail))
                .map(told -> ProgressView.of(told, clock.instant()));
    }

    private void refuseTooOften(String source, String number, ServerWebExchange exchange) {
        Optional<Duration> wait = Stream.of(
                        limits.perSource().tryOnceMore(source),
                        limits.perNumber().tryOnceMore(number))
                .flatMap(Optional::stream)
                .max(Duration::compareTo);
        wait.ifPresent(time -> {
            exchange.getResponse().getHeaders().set(HttpHeaders.RETRY_AFTER, String.valueOf(time.toSeconds() + 1));
            throw new Refused(ProgressRefusal.TOO_OFTEN);
        });
    }

    /** How often one source, and everybody together about one ticket number, may ask. */
    public record Limits(Attempts perSource, Attempts perNumber) {}

    record ProgressRequest(
            @Nullable String number, @Nullable String phoneTail) {}

    /**
     * @param stage where it stands; null before it is dispatched
     * @param unit who holds it
     * @param finishBy until when it is promised
     * @param appeal what they can do against how it ended; null where there is nothing, or not any more
     */
    record ProgressView(
            String number,
            Coded status,
            @Nullable Coded stage,
            @Nullable String unit,
            @Nullable Instant finishBy,
            @Nullable AppealView appeal,
            Instant registeredAt) {

        static ProgressView of(PublicProgress.Told told, Instant now) {
            return new ProgressView(
                    told.ticket().number().value(),
                    Coded.of(told.ticket().status()),
                    told.progress().stage().map(Coded::of).orElse(null),
                    told.progress().unit().orElse(null),
                    told.progress().finishBy().orElse(null),
                    told.progress()
                            .appealUntil()
                            .filter(now::isBefore)
                            .map(AppealView::of)
                            .orElse(null),
                    told.ticket().registration().at());
        }
    }

    /** 申诉: until when, and how, in words for the caller. */
    record AppealView(Instant until, String words) {

        private static final DateTimeFormatter MINUTES =
                DateTimeFormatter.ofPattern("yyyy年M月d日HH:mm").withZone(ChassisWiring.ZONE);

        static AppealView of(Instant until) {
            return new AppealView(
                    until,
                    "您的诉求已按解释办结处理。如果不同意，请在" + MINUTES.format(until)
                            + "前拨打12345，告诉工作人员这个工单编号和不同意的理由，提出申诉。申诉只有一次，由没有参与过审核的人员复核。");
        }
    }
}
