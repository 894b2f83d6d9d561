package cn.hotline.routing.dispatch.model;

import cn.hotline.chassis.PersonalData;
import cn.hotline.routing.contract.RoutingEvent.Unit;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * 退单: a unit says that a ticket is not its own.
 *
 * @param unit who sends it back
 * @param shouldBe whose it is instead; null where the ground does not say so
 * @param basis law, duty list or fact it rests on; masked
 * @param decision null while it waits
 */
public record Objection(
        Unit unit,
        ReturnGround ground,
        @Nullable Unit shouldBe,
        String basis,
        Staff by,
        Instant at,
        @Nullable Decision decision) {

    public Objection {
        basis = PersonalData.mask(basis);
    }

    Objection decided(Decision made) {
        return new Objection(unit, ground, shouldBe, basis, by, at, made);
    }

    /** In a sentence of the trail: 职能不符，应由市城市管理局办理：依据. */
    public String words() {
        return ground.term() + (shouldBe == null ? "" : "，应由" + shouldBe.name() + "办理") + "：" + basis;
    }
}
