package cn.hotline.routing.catalogue.model;

import cn.hotline.routing.version.model.Editor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 草稿: a catalogue that is being changed and counts for nothing yet. A hotline has one.
 *
 * @param edition counts its changes, from 1; 0 when there never was one
 * @param basedOn number of the version it began from; 0 while there is none
 * @param entries empty while there is none
 * @param by who changed it last; null while there is none, with {@code at}
 */
public record Draft(
        long edition,
        long basedOn,
        List<CatalogueEntry> entries,
        @Nullable Editor by,
        @Nullable Instant at) {

    /** Nothing is being changed. */
    public static final Draft NONE = new Draft(0, 0, List.of(), null, null);

    public Draft {
        entries = List.copyOf(entries);
    }

    /** Whether something is being changed. */
    public boolean isOpen() {
        return basedOn > 0;
    }

    public Optional<CatalogueEntry> entry(String id) {
        return entries.stream().filter(entry -> entry.id().equals(id)).findFirst();
    }

    /** With this entry, in the place of the one of its id, or at the end. */
    public Draft with(CatalogueEntry entry, Editor editor, Instant when) {
        List<CatalogueEntry> all = new ArrayList<>(entries);
        int at = all.stream().map(CatalogueEntry::id).toList().indexOf(entry.id());
        if (at < 0) {
            all.add(entry);
        } else {
            all.set(at, entry);
        }
        return with(all, editor, when);
    }

    public Draft without(String id, Editor editor, Instant when) {
        return with(entries.stream().filter(entry -> !entry.id().equals(id)).toList(), editor, when);
    }

    public Draft with(List<CatalogueEntry> all, Editor editor, Instant when) {
        return new Draft(edition + 1, basedOn, all, editor, when);
    }

    /** This draft, or a new one of that version. */
    public Draft openedOn(CatalogueVersion published) {
        return isOpen() ? this : new Draft(edition, published.number(), published.entries(), null, null);
    }

    /** Published or thrown away. */
    public Draft ended() {
        return new Draft(edition + 1, 0, List.of(), null, null);
    }
}
