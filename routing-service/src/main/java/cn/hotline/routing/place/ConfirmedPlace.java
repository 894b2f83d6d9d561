package cn.hotline.routing.place;

import java.util.List;

/**
 * What one ticket teaches whose county a person confirmed, or that was closed there.
 *
 * @param text all that was written, masked
 * @param named names of places a person wrote as such; usually none
 * @param countyCode where it lies
 */
public record ConfirmedPlace(String text, List<String> named, String countyCode) {

    public ConfirmedPlace {
        named = List.copyOf(named);
    }
}
