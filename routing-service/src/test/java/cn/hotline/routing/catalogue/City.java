package cn.hotline.routing.catalogue;

import cn.hotline.chassis.Cause;
import cn.hotline.chassis.ChassisWiring;
import cn.hotline.routing.catalogue.model.CatalogueEntry;
import cn.hotline.routing.catalogue.model.Duty;
import cn.hotline.routing.catalogue.model.PlaceReach;
import cn.hotline.routing.catalogue.model.Scope;
import cn.hotline.routing.classification.Categories;
import cn.hotline.routing.knowledge.KnowledgeFiles;
import cn.hotline.routing.knowledge.model.Validity;
import cn.hotline.routing.place.Divisions;
import cn.hotline.routing.units.Units;
import cn.hotline.routing.version.model.Editor;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The city as it comes with the service, its catalogue in memory, on a day that stands. */
public final class City {

    public static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    public static final Instant NOW =
            TODAY.atTime(10, 0).atZone(ChassisWiring.ZONE).toInstant();
    public static final Clock CLOCK = Clock.fixed(NOW, ChassisWiring.ZONE);
    public static final KnowledgeFiles FILES = KnowledgeFiles.ofClassPath();
    public static final Categories CATEGORIES = Categories.load(FILES);
    public static final Divisions DIVISIONS = Divisions.load(FILES);
    public static final Units UNITS = Units.load(FILES);
    public static final Editor ADMIN = new Editor("admin", "王管理");

    public final InMemoryCatalogues catalogues = new InMemoryCatalogues();
    public final PublishedCatalogue published = new PublishedCatalogue(CATEGORIES, UNITS, CLOCK);
    public final CatalogueDesk desk = desk(published);

    public City() {
        desk.begin().block();
    }

    /** Another replica on the same documents. */
    public CatalogueDesk desk(PublishedCatalogue inForce) {
        return new CatalogueDesk(
                catalogues,
                inForce,
                checks(),
                CatalogueFile.load(FILES, CATEGORIES, UNITS).entries(),
                "630100",
                CLOCK);
    }

    public static CatalogueChecks checks() {
        return new CatalogueChecks(CATEGORIES, UNITS, DIVISIONS, CLOCK);
    }

    /** What comes of it when somebody of this city asks. */
    public static <T> @Nullable T asked(Mono<T> asked) {
        return asked.contextWrite(Cause.command("630100", "admin", null, null).context())
                .block();
    }

    /** An entry of a class for one place by name, or for any. */
    public static CatalogueEntry entry(String id, String category, @Nullable String division, String lead) {
        return new CatalogueEntry(
                id,
                new Scope(category, PlaceReach.ANYWHERE, division, List.of()),
                new Duty(lead, List.of(), false, "某法", null),
                Validity.ALWAYS);
    }

    public static CatalogueEntry of(CatalogueEntry entry, String... objects) {
        return new CatalogueEntry(
                entry.id(),
                new Scope(
                        entry.scope().category(),
                        entry.scope().reach(),
                        entry.scope().division(),
                        List.of(objects)),
                entry.duty(),
                entry.validity());
    }

    public static CatalogueEntry valid(CatalogueEntry entry, @Nullable LocalDate from, @Nullable LocalDate to) {
        return new CatalogueEntry(entry.id(), entry.scope(), entry.duty(), new Validity(from, to));
    }

    public static CatalogueEntry notForStreets(CatalogueEntry entry) {
        var duty = entry.duty();
        return new CatalogueEntry(
                entry.id(),
                entry.scope(),
                new Duty(duty.lead(), duty.coUnits(), true, duty.basis(), duty.urgency()),
                entry.validity());
    }
}
