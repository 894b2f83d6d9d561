package cn.hotline.routing.catalogue.model;

import cn.hotline.routing.version.model.Editor;
import cn.hotline.routing.version.model.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 派单目录的一版: the whole catalogue as it was published. Never changed; who wants an old one back publishes it anew.
 *
 * @param number 1 for the first, then one more each time; what decisions are marked with
 * @param entries in the order in which people read them
 * @param reason why it was published, in the words of who did
 * @param again the number of the old version it is the same as (恢复); null otherwise
 */
public record CatalogueVersion(
        long number,
        List<CatalogueEntry> entries,
        Editor by,
        Instant at,
        String reason,
        @Nullable Long again) implements Version<CatalogueVersion> {

    public CatalogueVersion {
        entries = List.copyOf(entries);
    }

    public Optional<CatalogueEntry> entry(String id) {
        return entries.stream().filter(entry -> entry.id().equals(id)).findFirst();
    }

    /** The one after it. */
    public CatalogueVersion followedBy(
            List<CatalogueEntry> next, Editor editor, Instant when, String why, @Nullable Long sameAs) {
        return new CatalogueVersion(number + 1, next, editor, when, why, sameAs);
    }

    @Override
    public boolean isAlso(CatalogueVersion other) {
        return number == other.number
                && entries.equals(other.entries)
                && by.equals(other.by)
                && reason.equals(other.reason);
    }
}
