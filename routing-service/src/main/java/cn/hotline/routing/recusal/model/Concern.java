package cn.hotline.routing.recusal.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 涉及单位: a unit that an appeal accuses, itself or its staff. Whoever reports somebody must not find that the report
 * was handed to them (《信访工作条例》第三十条; 《纪检监察机关处理检举控告工作规则》第四十二条).
 *
 * @param unit code
 * @param kept codes of the unit and of all below it: none of them is given or shown the ticket
 * @param words what in the text says so
 */
public record Concern(String unit, String name, List<String> kept, List<String> words) {

    public Concern(String unit, String name, @Nullable List<String> kept, @Nullable List<String> words) {
        this.unit = unit;
        this.name = name;
        this.kept = kept == null ? List.of() : List.copyOf(kept);
        this.words = words == null ? List.of() : List.copyOf(words);
    }

    /** Whether that unit is kept away from the ticket. */
    public boolean keepsAway(String unitCode) {
        return kept.contains(unitCode);
    }
}
