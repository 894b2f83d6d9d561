package cn.hotline.routing.catalogue;

import static cn.hotline.routing.catalogue.model.CatalogueRefusal.CATALOGUE_CHANGED_MEANWHILE;
import static cn.hotline.routing.catalogue.model.CatalogueRefusal.CATALOGUE_FAULTY;
import static cn.hotline.routing.catalogue.model.CatalogueRefusal.NOTHING_CHANGED;
import static cn.hotline.routing.catalogue.model.CatalogueRefusal.NO_DRAFT;

import cn.hotline.chassis.Refusal.General;
import cn.hotline.chassis.Refused;
import cn.hotline.chassis.Refused.FieldError;
import cn.hotline.routing.catalogue.model.CatalogueEntry;
import cn.hotline.routing.catalogue.model.CatalogueVersion;
import cn.hotline.routing.catalogue.model.Draft;
import cn.hotline.routing.catalogue.model.Finding;
import cn.hotline.routing.version.VersionDesk;
import cn.hotline.routing.version.model.Editor;
import java.time.Clock;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * 派单目录维护: drafts, publication, history. One city's classes, places and units are in this process, so the catalogue in
 * force is that of one tenant.
 */
public final class CatalogueDesk {

    private final Catalogues catalogues;
    private final VersionDesk<CatalogueVersion> versions;
    private final CatalogueChecks checks;
    private final List<CatalogueEntry> atFirst;
    private final Clock clock;

    /**
     * @param atFirst what version 1 says, where there is none yet
     * @param tenant whose catalogue is in force here
     */
    public CatalogueDesk(
            Catalogues catalogues,
            PublishedCatalogue published,
            CatalogueChecks checks,
            List<CatalogueEntry> atFirst,
            String tenant,
            Clock clock) {
        this.catalogues = catalogues;
        this.versions = new VersionDesk<>(catalogues, published, 0, tenant);
        this.checks = checks;
        this.atFirst = List.copyOf(atFirst);
        this.clock = clock;
    }

    /** See {@link VersionDesk#begin}. */
    public Mono<Void> begin() {
        return versions.begin(
                () -> new CatalogueVersion(1, atFirst, Editor.SERVICE, clock.instant(), "随系统提供的目录", null));
    }

    /** See {@link VersionDesk#refresh}. */
    public Mono<Void> refresh() {
        return versions.refresh();
    }

    /** The version in force. */
    public CatalogueVersion current() {
        return versions.current();
    }

    /** Refused when there is none of that number. */
    public Mono<CatalogueVersion> version(long number) {
        return versions.version(number);
    }

    /** The newest first. */
    public Flux<CatalogueVersion> history() {
        return versions.history();
    }

    public Mono<Draft> draft() {
        return versions.ours(catalogues.draft());
    }

    /** Adds an entry to the draft, or puts it in the place of the one of its id. */
    public Mono<Draft> put(CatalogueEntry entry, Editor by) {
        return change(draft -> draft.with(entry, by, clock.instant()));
    }

    public Mono<Draft> remove(String id, Editor by) {
        return change(draft -> {
            Refused.unless(draft.entry(id).isPresent(), General.NOT_FOUND);
            return draft.without(id, by, clock.instant());
        });
    }

    /**
     * The whole draft anew.
     *
     * @param edition only if the draft still has it; null for any
     */
    public Mono<Draft> replace(List<CatalogueEntry> entries, @Nullable Long edition, Editor by) {
        return change(draft -> {
            Refused.unless(edition == null || draft.edition() == edition, General.VERSION_CONFLICT);
            return draft.with(entries, by, clock.instant());
        });
    }

    /** Throws the draft away. */
    public Mono<Draft> discard() {
        return versions.ours(catalogues.draft(draft -> {
            Refused.unless(draft.isOpen(), NO_DRAFT);
            return draft.ended();
        }));
    }

    /**
     * Publishes the draft, if it is still the one that was looked at.
     *
     * @param against number of the version it was compared with
     * @param edition of the draft; null for any
     */
    public Mono<CatalogueVersion> publish(String reason, long against, @Nullable Long edition, Editor by) {
        return draft().flatMap(draft -> {
            Refused.unless(draft.isOpen(), NO_DRAFT);
            Refused.unless(edition == null || draft.edition() == edition, General.VERSION_CONFLICT);
            return publish(draft.entries(), reason, against, null, by).flatMap(done -> versions.ours(
                            catalogues.draft(now -> now.edition() == draft.edition() ? now.ended() : now))
                    .thenReturn(done));
        });
    }

    /** Publishes a whole catalogue without a draft. */
    public Mono<CatalogueVersion> publish(List<CatalogueEntry> entries, String reason, long against, Editor by) {
        return publish(entries, reason, against, null, by);
    }

    /** 恢复: publishes an old version anew; what lies between stays in the history. */
    public Mono<CatalogueVersion> publishAgain(long number, String reason, long against, Editor by) {
        return version(number).flatMap(old -> publish(old.entries(), reason, against, number, by));
    }

    private Mono<CatalogueVersion> publish(
            List<CatalogueEntry> entries, String reason, long against, @Nullable Long again, Editor by) {
        return Mono.defer(() -> {
            var current = current();
            Refused.unless(current.number() == against, CATALOGUE_CHANGED_MEANWHILE);
            Refused.unless(!entries.equals(current.entries()), NOTHING_CHANGED);
            refuseFaults(entries);
            var next = current.followedBy(entries, by, clock.instant(), reason, again);
            return versions.publish(next, CATALOGUE_CHANGED_MEANWHILE);
        });
    }

    private void refuseFaults(List<CatalogueEntry> entries) {
        var faults = checks.of(entries, List.of()).stream()
                .filter(finding -> finding.kind().blocks())
                .map(CatalogueDesk::fault)
                .toList();
        if (!faults.isEmpty()) {
            throw new Refused(CATALOGUE_FAULTY, faults);
        }
    }

    private static FieldError fault(Finding finding) {
        return new FieldError(String.join(" ", finding.entries()), finding.words());
    }

    private Mono<Draft> change(UnaryOperator<Draft> change) {
        return versions.ours(catalogues.draft(draft -> change.apply(draft.openedOn(current()))));
    }
}
