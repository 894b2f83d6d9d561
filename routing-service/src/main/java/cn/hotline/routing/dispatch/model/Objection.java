package cn.hotline.routing.dispatch.model;

import cn.hotline.chassis.PersonalData;
import cn.hotline.routing.contract.RoutingEvent.Unit;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 退单: a unit says that a ticket is not its own.
 *
 * @param unit who sends it back
 * @param shouldBe whose it is instead; null where the ground does not say so
 * @param basis law, duty list or fact it rests on; masked
 * @param attachments 佐证附件: ids of files that intake keeps
 * @param decision null while it waits
 */
public record Objection(
        Unit unit,
        ReturnGround ground,
        @Nullable Unit shouldBe,
        String basis,
        List<String> attachments,
        Staff by,
        Instant at,
        @Nullable Decision decision) {

    public Objection(
            Unit unit,
            ReturnGround ground,
            @Nullable Unit shouldBe,
            String basis,
            @Nullable List<String> attachments,
            Staff by,
            Instant at,
            @Nullable Decision decision) {
        this.unit = unit;
        this.ground = ground;
        this.shouldBe = shouldBe;
        this.basis = PersonalData.mask(basis);
        this.attachments = attachments == null ? List.of() : List.copyOf(attachments);
        this.by = by;
        this.at = at;
        this.decision = decision;
    }

    Objection decided(Decision made) {
        return new Objection(unit, ground, shouldBe, basis, attachments, by, at, made);
    }

    /** In a sentence of the trail: 职能不符，应由市城市管理局办理：依据. */
    public String words() {
        return ground.term() + (shouldBe == null ? "" : "，应由" + shouldBe.name() + "办理") + "：" + basis;
    }
}
