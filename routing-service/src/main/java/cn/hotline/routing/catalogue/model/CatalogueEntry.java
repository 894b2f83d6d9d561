package cn.hotline.routing.catalogue.model;

import cn.hotline.routing.classification.model.Urgency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of the catalogue: who answers for a class of appeals.
 *
 * @param category code of the class it is for, with all classes below that have no entry of their own
 * @param reach how exactly the place must be known
 * @param lead unit code, or {@link #COUNTY_OF_PLACE}
 * @param coUnits the same, for those who help
 * @param basis the law, regulation or duty list it rests on
 * @param urgency the grade it sets, null where class and kind decide
 */
public record CatalogueEntry(
        String id,
        String category,
        PlaceReach reach,
        String lead,
        List<String> coUnits,
        String basis,
        @Nullable Urgency urgency) {

    /** Stands for the government of the county the appeal speaks of. */
    public static final String COUNTY_OF_PLACE = "@COUNTY";
}
