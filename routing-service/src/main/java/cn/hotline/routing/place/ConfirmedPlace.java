package cn.hotline.routing.place;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one ticket teaches whose county a person confirmed, or that was closed there.
 *
 * @param text all that was written, masked
 * @param named names of places a person wrote as such; usually none
 * @param countyCode where it lies
 * @param streetCode of the street or town there; null where it is not known, or only from what was learned before
 */
public record ConfirmedPlace(
        String text,
        List<String> named,
        String countyCode,
        @Nullable String streetCode) {

    public ConfirmedPlace {
        named = List.copyOf(named);
    }
}
