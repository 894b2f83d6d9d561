package cn.hotline.routing.dispatch.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * 知悉范围: whom a ticket opens to.
 *
 * @param keys of those it opens to, one in common with the viewer's is enough; derived from the rest and from who holds
 *     the ticket, kept for queries
 * @param cleared codes of units that a supervisor found not to be accused after all
 * @param secrecy null unless the ticket is confidential
 */
public record Sight(
        List<String> keys, List<String> cleared, @Nullable Secrecy secrecy) {

    /** Key of everybody who dispatches or supervises. */
    static final String HOTLINE = "*";

    public Sight(@Nullable List<String> keys, @Nullable List<String> cleared, @Nullable Secrecy secrecy) {
        this.keys = keys == null ? List.of() : List.copyOf(keys);
        this.cleared = cleared == null ? List.of() : List.copyOf(cleared);
        this.secrecy = secrecy;
    }

    static Sight of(boolean confidential) {
        return new Sight(List.of(), List.of(), confidential ? Secrecy.NONE_NAMED : null);
    }

    /** Key of one person of the hotline. */
    static String named(String account) {
        return "@" + account;
    }

    /** Key of whoever heads a unit, and of their deputies. */
    static String heads(String unit) {
        return unit + " HEADS";
    }

    /** Key of one person of a unit. */
    static String clerk(String unit, String account) {
        return unit + " @" + account;
    }

    /** Open to those who hold the ticket, except those who are to keep away. */
    Sight heldBy(List<String> holders, Predicate<String> keepsAway) {
        List<String> units =
                holders.stream().filter(keepsAway.negate()).distinct().toList();
        List<String> open = new ArrayList<>();
        if (secrecy == null) {
            open.add(HOTLINE);
            open.addAll(units);
        } else {
            secrecy.takers().forEach(account -> open.add(named(account)));
            for (String unit : units) {
                open.add(heads(unit));
                secrecy.clerks().stream()
                        .filter(key -> key.startsWith(unit + " "))
                        .forEach(open::add);
            }
        }
        return new Sight(open, cleared, secrecy);
    }

    Sight cleared(String unit) {
        List<String> all = new ArrayList<>(cleared);
        all.add(unit);
        return new Sight(keys, all, secrecy);
    }

    Sight with(Secrecy other) {
        return new Sight(keys, cleared, other);
    }

    /** Whether text and row open to this viewer. */
    boolean opensTo(Viewer viewer) {
        return viewer.isTheService()
                || viewer.keys().stream().anyMatch(keys::contains)
                || secrecy != null && viewer.staff() != null && secrecy.isOpenedInNeed(viewer.staff(), viewer.at());
    }
}
