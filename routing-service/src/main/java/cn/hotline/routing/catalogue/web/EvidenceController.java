package cn.hotline.routing.catalogue.web;

import cn.hotline.chassis.ChassisWiring;
import cn.hotline.chassis.Termed.Coded;
import cn.hotline.chassis.web.Fields;
import cn.hotline.routing.catalogue.EvidenceDesk;
import cn.hotline.routing.catalogue.model.Finding;
import cn.hotline.routing.catalogue.model.Forecast;
import cn.hotline.routing.catalogue.model.HitRates;
import cn.hotline.routing.catalogue.model.HitRates.Rate;
import cn.hotline.routing.catalogue.model.Proposed;
import cn.hotline.routing.catalogue.web.EntryView.Names;
import cn.hotline.routing.classification.Categories;
import cn.hotline.routing.place.Divisions;
import cn.hotline.routing.units.Units;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What last month's tickets say about the catalogue. Numbers of tickets, never their texts. */
@RestController
@RequestMapping("/api/v1/catalogue")
public final class EvidenceController {

    private final EvidenceDesk desk;
    private final Names names;
    private final Clock clock;

    EvidenceController(EvidenceDesk desk, Categories categories, Divisions divisions, Units units, Clock clock) {
        this.desk = desk;
        this.names = new Names(categories, divisions, units);
        this.clock = clock;
    }

    /** 检查 of the draft, or of what is in force where there is none. */
    @GetMapping("/draft/checks")
    Mono<ChecksView> checks() {
        return desk.findings().map(ChecksView::of);
    }

    /** 推演: what the draft would have done to the tickets of the last thirty days. */
    @GetMapping("/draft/forecast")
    Mono<ForecastView> forecast() {
        return desk.forecast().map(forecast -> ForecastView.of(forecast, names));
    }

    /** 首派命中率; both days included, without them the last thirty days. */
    @GetMapping("/hits")
    Mono<HitsView> hits(
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to) {
        Days days = Days.of(from, to, clock);
        return desk.hits(days.start(), days.end()).map(rates -> HitsView.of(days, rates, names));
    }

    /** 修订建议: what people decided otherwise than the catalogue. */
    @GetMapping("/proposals")
    Mono<List<ProposalView>> proposals() {
        return desk.proposals()
                .map(all -> all.stream().map(one -> ProposalView.of(one, names)).toList());
    }

    /** 采纳 into the draft. */
    @PostMapping("/proposals/{id}/acceptance")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> accept(@PathVariable String id, @RequestBody AcceptanceRequest request) {
        Fields fields = new Fields();
        String basis = fields.optional("basis", request.basis(), CatalogueRequests.TEXT);
        fields.refuseFaults();
        return CatalogueController.by(editor -> desk.accept(id, basis, editor)).then();
    }

    /** 不采纳, with the reason. */
    @PostMapping("/proposals/{id}/dismissal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> dismiss(@PathVariable String id, @RequestBody DismissalRequest request) {
        String reason = CatalogueRequests.reason(request.reason());
        return CatalogueController.by(editor -> desk.dismiss(id, reason, editor));
    }

    record AcceptanceRequest(@Nullable String basis) {}

    record DismissalRequest(@Nullable String reason) {}

    /** Days of which tickets are asked for, both included. */
    record Days(LocalDate from, LocalDate to) {

        private static final long LONGEST = 366;

        static Days of(@Nullable String from, @Nullable String to, Clock clock) {
            Fields fields = new Fields();
            LocalDate last = day(fields, "to", to, LocalDate.now(clock));
            LocalDate first = day(fields, "from", from, last.minusDays(EvidenceDesk.MONTH.toDays() - 1));
            fields.check(!first.isAfter(last), "from", "开始日期不能晚于结束日期");
            fields.check(first.plusDays(LONGEST).isAfter(last), "from", "一次最多统计一年");
            fields.refuseFaults();
            return new Days(first, last);
        }

        private static LocalDate day(Fields fields, String field, @Nullable String text, LocalDate otherwise) {
            if (text == null || text.isBlank()) {
                return otherwise;
            }
            try {
                return LocalDate.parse(text);
            } catch (DateTimeParseException notADay) {
                fields.check(false, field, "日期应写作 2026-11-23");
                return otherwise;
            }
        }

        Instant start() {
            return from.atStartOfDay(ChassisWiring.ZONE).toInstant();
        }

        Instant end() {
            return to.plusDays(1).atStartOfDay(ChassisWiring.ZONE).toInstant();
        }
    }

    /** @param publishable whether nothing keeps it from being published */
    record ChecksView(boolean publishable, List<FindingView> items) {

        static ChecksView of(List<Finding> findings) {
            return new ChecksView(
                    findings.stream().noneMatch(finding -> finding.kind().blocks()),
                    findings.stream().map(FindingView::of).toList());
        }
    }

    record FindingView(Coded kind, boolean blocks, List<String> rules, String words, long tickets) {

        static FindingView of(Finding finding) {
            return new FindingView(
                    Coded.of(finding.kind()),
                    finding.kind().blocks(),
                    finding.entries(),
                    finding.words(),
                    finding.tickets());
        }
    }

    /** A unit; {@code code} is absent for the dispatcher, where no entry names anybody. */
    record UnitView(@Nullable String code, String name) {

        static UnitView of(@Nullable String code, Names names) {
            return code == null ? new UnitView(null, "派单员人工派单") : new UnitView(code, names.unit(code));
        }
    }

    record ForecastView(
            Instant from,
            Instant to,
            long tickets,
            long elsewhere,
            long coUnitsChanged,
            long gradeChanged,
            List<MoveView> moves) {

        static ForecastView of(Forecast forecast, Names names) {
            return new ForecastView(
                    forecast.from(),
                    forecast.to(),
                    forecast.tickets(),
                    forecast.elsewhere(),
                    forecast.helpers(),
                    forecast.grades(),
                    forecast.moves().stream()
                            .map(move -> new MoveView(
                                    UnitView.of(move.from(), names),
                                    UnitView.of(move.to(), names),
                                    move.count(),
                                    move.numbers()))
                            .toList());
        }
    }

    /** @param numbers of the newest, not of all */
    record MoveView(UnitView from, UnitView to, long count, List<String> numbers) {}

    record HitsView(
            LocalDate from,
            LocalDate to,
            RateView all,
            List<RateView> units,
            List<RateView> categories,
            List<RateView> rules) {

        static HitsView of(Days days, HitRates rates, Names names) {
            return new HitsView(
                    days.from(),
                    days.to(),
                    RateView.of(rates.all(), code -> "全部"),
                    rates.byUnit().stream()
                            .map(rate -> RateView.of(rate, names::unit))
                            .toList(),
                    rates.byClass().stream()
                            .map(rate -> RateView.of(rate, names::category))
                            .toList(),
                    rates.byEntry().stream()
                            .map(rate -> RateView.of(rate, RateView::rule))
                            .toList());
        }
    }

    /** @param rate absent when nothing was given to anybody */
    record RateView(
            String code,
            String name,
            long dispatched,
            long kept,
            @Nullable Double rate) {

        static RateView of(Rate rate, UnaryOperator<String> name) {
            return new RateView(rate.key(), name.apply(rate.key()), rate.given(), rate.kept(), rate.rate());
        }

        /** What stands where an entry would, in words. */
        static String rule(String code) {
            return switch (code) {
                case "BY_HAND" -> "派单员指定";
                case "RECUSAL" -> "回避改派";
                default -> code;
            };
        }

        /** 93.3%, as pages show it. */
        public String percent() {
            return rate == null ? "—" : String.format("%.1f%%", rate * 100);
        }
    }

    record ProposalView(
            String id,
            String category,
            String categoryTerm,
            @Nullable String county,
            @Nullable String countyName,
            UnitView unit,
            UnitView lead,
            @Nullable String rule,
            boolean drafted,
            long tickets,
            List<CaseView> cases) {

        private static final int SHOWN = 20;

        static ProposalView of(Proposed proposed, Names names) {
            return new ProposalView(
                    proposed.id(),
                    proposed.category(),
                    names.category(proposed.category()),
                    proposed.county(),
                    proposed.county() == null ? null : names.division(proposed.county()),
                    UnitView.of(proposed.unit(), names),
                    UnitView.of(proposed.lead(), names),
                    proposed.entry(),
                    proposed.drafted(),
                    proposed.cases().size(),
                    proposed.cases().stream().limit(SHOWN).map(CaseView::of).toList());
        }
    }

    record CaseView(
            String number, Coded by, Instant at, @Nullable String reason) {

        static CaseView of(Proposed.Case told) {
            return new CaseView(told.number(), Coded.of(told.by()), told.at(), told.reason());
        }
    }
}
