package cn.hotline.routing.unitsystem.web;

import cn.hotline.access.Person;
import cn.hotline.chassis.Refusal.General;
import cn.hotline.chassis.Refused;
import cn.hotline.routing.contract.RoutingEvent.Unit;
import cn.hotline.routing.contract.UnitNotice.ListsCompared;
import cn.hotline.routing.units.Units;
import cn.hotline.routing.unitsystem.UnitSystemDesk;
import cn.hotline.routing.unitsystem.UnitSystemDesk.Asked;
import cn.hotline.routing.unitsystem.UnitSystemDesk.Registered;
import cn.hotline.routing.unitsystem.model.UnitSystemRefusal;
import cn.hotline.routing.unitsystem.web.SystemViews.ConditionView;
import cn.hotline.routing.unitsystem.web.SystemViews.Items;
import cn.hotline.routing.unitsystem.web.SystemViews.RegisteredView;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** 单位系统, for whoever administers: registering, secrets, taking off, and how each is doing. */
@RestController
public final class UnitSystemController {

    private static final String KEY = "Idempotency-Key";

    private final UnitSystemDesk desk;
    private final SystemRequests requests;
    private final SystemViews views;
    private final Units units;

    UnitSystemController(UnitSystemDesk desk, SystemRequests requests, SystemViews views, Units units) {
        this.desk = desk;
        this.requests = requests;
        this.views = views;
        this.units = units;
    }

    @GetMapping("/api/v1/unit-systems")
    Mono<Items<ConditionView>> all() {
        return desk.conditions().map(views::condition).collectList().map(Items::new);
    }

    @GetMapping("/api/v1/units/{code}/system")
    Mono<ConditionView> one(@PathVariable String code) {
        return desk.condition(unit(code).code()).map(views::condition);
    }

    /** 登记; the same once more changes nothing and shows no secret again. */
    @PutMapping("/api/v1/units/{code}/system")
    Mono<RegisteredView> register(
            @PathVariable String code,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @RequestBody SystemRequests.SystemRequest request) {
        Asked asked = requests.asked(unit(code).code(), request);
        return shownOnce(code, key, (unit, by) -> desk.register(unit, asked, by));
    }

    /** 换密钥: the old ones are not good any more. */
    @PostMapping("/api/v1/units/{code}/system/secrets")
    Mono<RegisteredView> renew(
            @PathVariable String code, @RequestHeader(name = KEY, required = false) @Nullable String key) {
        return shownOnce(code, key, desk::renew);
    }

    @DeleteMapping("/api/v1/units/{code}/system")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> takeOff(@PathVariable String code) {
        return Person.current().flatMap(person -> desk.takeOff(unit(code), person.account()));
    }

    /** 对账结果: what came of the last list. */
    @GetMapping("/api/v1/units/{code}/system/reconciliation")
    Mono<ListsCompared> reconciliation(@PathVariable String code) {
        return desk.lastList(unit(code).code());
    }

    /** An answer under a key would be kept, with the secrets in it. */
    private Mono<RegisteredView> shownOnce(
            String code, @Nullable String key, BiFunction<Unit, String, Mono<Registered>> act) {
        Refused.unless(key == null, UnitSystemRefusal.SHOWN_ONCE);
        return Person.current()
                .flatMap(person -> act.apply(unit(code), person.account()))
                .map(views::registered);
    }

    private Unit unit(String code) {
        return units.find(code)
                .map(known -> new Unit(known.code(), known.name()))
                .orElseThrow(() -> new Refused(General.NOT_FOUND));
    }
}
