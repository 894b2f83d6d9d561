package cn.hotline.routing.unitsystem.web;

import cn.hotline.access.Person;
import cn.hotline.chassis.Refused;
import cn.hotline.chassis.web.Fields;
import cn.hotline.routing.contract.UnitNotice.ListsCompared;
import cn.hotline.routing.unitsystem.Envelope;
import cn.hotline.routing.unitsystem.FetchDesk;
import cn.hotline.routing.unitsystem.ReconciliationDesk;
import cn.hotline.routing.unitsystem.UnitSystemDesk;
import cn.hotline.routing.unitsystem.model.OpenList;
import cn.hotline.routing.unitsystem.model.UnitSystem;
import cn.hotline.routing.unitsystem.model.UnitSystemRefusal;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What a unit's system asks over HTTP, by the account that was registered for it. */
@RestController
@RequestMapping("/api/v1/unit-system")
public final class OwnSystemController {

    private static final int MOST = 200;

    private final UnitSystemDesk systems;
    private final FetchDesk fetching;
    private final ReconciliationDesk reconciliation;
    private final String tenant;

    OwnSystemController(
            UnitSystemDesk systems,
            FetchDesk fetching,
            ReconciliationDesk reconciliation,
            @Value("${hotline.tenant:630100}") String tenant) {
        this.systems = systems;
        this.fetching = fetching;
        this.reconciliation = reconciliation;
        this.tenant = tenant;
    }

    /** 拉取: all that came after, oldest first, with what was revoked and refused. */
    @GetMapping("/dispatches")
    Mono<FetchedView> dispatches(
            @RequestParam(defaultValue = "0") String after, @RequestParam(defaultValue = "100") String size) {
        Fields fields = new Fields();
        fields.check(after.matches("\\d{1,18}"), "after", "应为上一次回答中的 next");
        fields.check(size.matches("[1-9]\\d{0,2}") && Integer.parseInt(size) <= MOST, "size", "应为 1 至 " + MOST);
        fields.refuseFaults();
        return own().flatMap(system -> fetching.after(system, Long.parseLong(after), Integer.parseInt(size)))
                .map(fetched -> new FetchedView(
                        fetched.letters().stream()
                                .map(letter -> Envelope.of(letter, tenant))
                                .toList(),
                        String.valueOf(fetched.next()),
                        fetched.more()));
    }

    /** 对账: says which tickets are open there, and is told what differs. */
    @PostMapping("/reconciliation")
    Mono<ListsCompared> reconcile(@RequestBody OpenList.Sent request) {
        OpenList list = request.read();
        return own().flatMap(system -> reconciliation.compare(system, list, null));
    }

    /** For everybody of the unit. */
    @GetMapping("/reconciliation")
    Mono<ListsCompared> last() {
        return unit().flatMap(systems::lastList);
    }

    private Mono<UnitSystem> own() {
        return unit().flatMap(systems::inUse).zipWith(Person.current()).map(both -> {
            Refused.unless(both.getT1().account().equals(both.getT2().account()), UnitSystemRefusal.NOT_THE_SYSTEM);
            return both.getT1();
        });
    }

    private static Mono<String> unit() {
        return Person.current()
                .flatMap(person -> person.unit() == null
                        ? Mono.error(new Refused(UnitSystemRefusal.NO_SYSTEM))
                        : Mono.just(person.unit()));
    }

    /**
     * @param next what to send as {@code after} the next time
     * @param more whether there is more already
     */
    record FetchedView(List<Envelope> items, String next, boolean more) {}
}
