package cn.hotline.routing.catalogue.model;

import cn.hotline.routing.version.model.Editor;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 目录修订建议: people gave tickets of a class at a place to a unit that the catalogue does not name for them. It is there
 * as long as the catalogue says otherwise than they did.
 *
 * @param id class, county and unit
 * @param category code of the class
 * @param county code; null where the place does not matter
 * @param unit code of whom people chose
 * @param lead code of whom the catalogue names; null when nobody
 * @param entry the entry that says so; null when none does
 * @param drafted whether the draft would follow it
 * @param cases what people decided, the weightiest first, then the newest
 */
public record Proposed(
        String id,
        String category,
        @Nullable String county,
        String unit,
        @Nullable String lead,
        @Nullable String entry,
        boolean drafted,
        List<Case> cases) {

    public Proposed {
        cases = List.copyOf(cases);
    }

    /** One decision; its reason is null where nobody gave one, and for a confidential ticket. */
    public record Case(
            String number,
            Decision.Source by,
            Instant at,
            @Nullable String reason) {}

    /**
     * 不采纳.
     *
     * @param id of what was proposed
     * @param at decisions up to then propose it no more
     */
    public record Dismissal(String id, String reason, Editor by, Instant at) {}
}
