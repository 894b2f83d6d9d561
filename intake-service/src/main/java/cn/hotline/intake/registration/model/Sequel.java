package cn.hotline.intake.registration.model;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * 后续: what came to a ticket after it was registered. All texts are masked; what was masked is {@link Sealed} with the
 * rest of the ticket.
 *
 * @param supplements what the caller added, oldest first
 * @param urges how the caller pressed, oldest first
 * @param withdrawal that the caller no longer wants it handled; null while they do
 * @param follows the ticket it is merged into; null while it stands alone
 * @param undone merges that were undone, oldest first
 * @param leads ids of the merges that made it the master of others
 * @param evidence 佐证: files of units that handled it
 */
public record Sequel(
        List<Supplement> supplements,
        List<Urge> urges,
        @Nullable Withdrawal withdrawal,
        @Nullable Following follows,
        List<Undone> undone,
        List<String> leads,
        List<Attached> evidence) {

    /** Nothing has come yet. */
    public static final Sequel NONE = new Sequel(List.of(), List.of(), null, null, List.of(), List.of(), List.of());

    public Sequel {
        supplements = supplements == null ? List.of() : List.copyOf(supplements);
        urges = urges == null ? List.of() : List.copyOf(urges);
        undone = undone == null ? List.of() : List.copyOf(undone);
        leads = leads == null ? List.of() : List.copyOf(leads);
        evidence = evidence == null ? List.of() : List.copyOf(evidence);
    }

    /** Whether it follows by that merge, or did before that was undone. */
    boolean knows(String merge) {
        return Stream.concat(Stream.ofNullable(follows), undone.stream().map(Undone::merge))
                .anyMatch(one -> one.merge().equals(merge));
    }

    /** What the next addition is sealed as. */
    public String nextSupplement() {
        return supplementField(supplements.size() + 1);
    }

    /** What the note of the next urge is sealed as. */
    public String nextUrge() {
        return "urge/" + (urges.size() + 1);
    }

    static String supplementField(int count) {
        return "supplement/" + count;
    }

    Sequel with(Supplement another) {
        return new Sequel(joined(supplements, another), urges, withdrawal, follows, undone, leads, evidence);
    }

    Sequel with(Urge another) {
        return new Sequel(supplements, joined(urges, another), withdrawal, follows, undone, leads, evidence);
    }

    Sequel with(Withdrawal given) {
        return new Sequel(supplements, urges, given, follows, undone, leads, evidence);
    }

    Sequel following(Following master) {
        return new Sequel(supplements, urges, withdrawal, master, undone, leads, evidence);
    }

    Sequel alone(Undone former) {
        return new Sequel(supplements, urges, withdrawal, null, joined(undone, former), leads, evidence);
    }

    Sequel leading(String merge) {
        return leads.contains(merge)
                ? this
                : new Sequel(supplements, urges, withdrawal, follows, undone, joined(leads, merge), evidence);
    }

    Sequel released(String merge) {
        List<String> others =
                leads.stream().filter(other -> !other.equals(merge)).toList();
        return new Sequel(supplements, urges, withdrawal, follows, undone, others, evidence);
    }

    Sequel shown(List<Attached> files) {
        List<Attached> all = Stream.concat(evidence.stream(), files.stream()).toList();
        return new Sequel(supplements, urges, withdrawal, follows, undone, leads, all);
    }

    private static <T> List<T> joined(List<T> all, T another) {
        return Stream.concat(all.stream(), Stream.of(another)).toList();
    }

    /** 补充. */
    public record Supplement(String content, List<Attached> attachments, String by, Instant at) {

        public Supplement {
            attachments = attachments == null ? List.of() : List.copyOf(attachments);
        }
    }

    /** 来电催办. */
    public record Urge(@Nullable String note, String by, Instant at) {}

    /** 撤单: recorded by somebody of the hotline who has asked the caller. */
    public record Withdrawal(String reason, String by, Instant at) {}

    /**
     * 并单.
     *
     * @param merge id of the merge
     */
    public record Following(TicketNumber master, String merge, String reason, String by, Instant at) {}

    /** 撤销并单. */
    public record Undone(Following merge, String by, Instant at) {}
}
