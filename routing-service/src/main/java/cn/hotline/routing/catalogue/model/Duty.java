package cn.hotline.routing.catalogue.model;

import cn.hotline.routing.classification.model.Urgency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who answers, and on what ground.
 *
 * @param lead unit code, or {@code @COUNTY}, {@code @STREET}, {@code @COMMUNITY} for the one of the place
 * @param coUnits the same, for those who help
 * @param notForStreets 乡镇街道不承接: what towns and streets have no power for may not be given to them, nor to what is
 *     below (国务院办公厅关于 12345 热线的意见（五）: 不得将部门职责转嫁乡镇街道)
 * @param basis the law, regulation or duty list it rests on
 * @param urgency the grade of its time limits, null where class and kind decide
 */
public record Duty(
        String lead,
        List<String> coUnits,
        boolean notForStreets,
        String basis,
        @Nullable Urgency urgency) {

    public Duty(
            String lead,
            @Nullable List<String> coUnits,
            boolean notForStreets,
            String basis,
            @Nullable Urgency urgency) {
        this.lead = lead;
        this.coUnits = coUnits == null ? List.of() : List.copyOf(coUnits);
        this.notForStreets = notForStreets;
        this.basis = basis;
        this.urgency = urgency;
    }
}
