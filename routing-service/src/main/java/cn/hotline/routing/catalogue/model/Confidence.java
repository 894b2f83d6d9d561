package cn.hotline.routing.catalogue.model;

/**
 * How sure we must be to dispatch without a person.
 *
 * @param category least confidence of the class, 0 to 1
 * @param place least confidence of the county, 0 to 1; asked only where the catalogue needs a place
 */
public record Confidence(double category, double place) {

    public Confidence {
        if (!(category >= 0 && category <= 1 && place >= 0 && place <= 1)) {
            throw new IllegalArgumentException("a confidence lies between 0 and 1");
        }
    }
}
