package cn.hotline.routing.place.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What else is to be known of where an appeal speaks of.
 *
 * @param outside name of a place outside the city, null when it lies inside or nothing is known
 * @param area null where the county itself is responsible
 * @param border the two counties at whose border it lies, the interim one first; else empty
 * @param cells grid cells it may lie in; one when it is known
 * @param notes what should be told to whoever looks, such as that a code is an old one
 */
public record Setting(
        @Nullable String outside, @Nullable Area area, List<String> border, List<Cell> cells, List<String> notes) {

    public static final Setting PLAIN = new Setting(null, null, List.of(), List.of(), List.of());

    public Setting {
        border = List.copyOf(border);
        cells = List.copyOf(cells);
        notes = List.copyOf(notes);
    }
}
