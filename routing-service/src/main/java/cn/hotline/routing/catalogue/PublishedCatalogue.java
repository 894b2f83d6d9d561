package cn.hotline.routing.catalogue;

import cn.hotline.routing.catalogue.model.CatalogueEntry;
import cn.hotline.routing.catalogue.model.CatalogueVersion;
import cn.hotline.routing.classification.Categories;
import cn.hotline.routing.units.Units;
import cn.hotline.routing.version.InForce;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The version in force, as it holds today: what every decision asks. A new version, or a new day, replaces the index as
 * a whole; whoever has taken one goes on with it to the end of the decision.
 *
 * <p>Thread-safe.
 */
public final class PublishedCatalogue implements Supplier<Catalogue>, InForce<CatalogueVersion> {

    private final Categories categories;
    private final Units units;
    private final Clock clock;
    private volatile @Nullable InForce inForce;

    public PublishedCatalogue(Categories categories, Units units, Clock clock) {
        this.categories = categories;
        this.units = units;
        this.clock = clock;
    }

    /** @throws IllegalStateException before the first version was taken: nothing may be served so early */
    @Override
    public Catalogue get() {
        var now = inForce();
        return now.day.equals(LocalDate.now(clock)) ? now.index : ofToday().index;
    }

    /** What {@link #get} is made of. */
    @Override
    public CatalogueVersion version() {
        return inForce().version;
    }

    @Override
    public synchronized void take(CatalogueVersion version) {
        if (inForce == null || inForce.version.number() < version.number()) {
            inForce = today(version);
        }
    }

    /** Entries that may be another version's, or a draft's, as they would hold today. */
    Catalogue ofToday(String version, List<CatalogueEntry> entries) {
        return new Catalogue(version, entries, categories, units, LocalDate.now(clock));
    }

    private synchronized InForce ofToday() {
        var next = today(inForce().version);
        inForce = next;
        return next;
    }

    private InForce today(CatalogueVersion version) {
        return new InForce(version, LocalDate.now(clock), ofToday(version.name(), version.entries()));
    }

    private InForce inForce() {
        var now = inForce;
        if (now == null) {
            throw new IllegalStateException("no version of the catalogue has been taken yet");
        }
        return now;
    }

    private record InForce(CatalogueVersion version, LocalDate day, Catalogue index) {}
}
