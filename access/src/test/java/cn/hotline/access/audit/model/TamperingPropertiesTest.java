package cn.hotline.access.audit.model;

import static org.assertj.core.api.Assertions.assertThat;

import cn.hotline.access.audit.model.RegisterLine.Kind;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/** Whoever changes anything that is covered is found, at the place they changed or before it. */
class TamperingPropertiesTest {

    private static final String CHAIN = "20240618T020000000-aaaaaaaa";

    @Property(tries = 300)
    void anotherEntryInAnyPlaceIsNamed(
            @ForAll @IntRange(min = 1, max = 30) int records,
            @ForAll @IntRange(max = 29) int place,
            @ForAll("entries") Entry forged) {
        WrittenLog log = new WrittenLog();
        log.write(CHAIN, records);
        int at = place % records;
        Link link = log.links.get(at);
        log.links.set(at, new Link(CHAIN, link.sequence(), forged, link.hash()));
        assertThat(log.inspect().broken()).isEqualTo(new Verification.Broken(CHAIN, link.sequence(), Flaw.ALTERED));
    }

    @Property(tries = 300)
    void anyFieldChangedChangesTheHash(
            @ForAll("entries") Entry entry, @ForAll("changes") Function<Entry, Entry> change) {
        Anchor head = new Anchor(CHAIN, 4, "00");
        Entry changed = change.apply(entry);
        assertThat(Link.after(head, changed)
                        .hash()
                        .equals(Link.after(head, entry).hash()))
                .isEqualTo(changed.equals(entry));
    }

    @Property(tries = 300)
    void textMovedFromOneFieldToTheNextIsAnotherRecord(@ForAll String first, @ForAll String second) {
        Anchor head = new Anchor(CHAIN, 4, "00");
        Entry apart = about(first + "x", second);
        Entry moved = about(first, "x" + second);
        assertThat(Link.after(head, apart).hash())
                .isNotEqualTo(Link.after(head, moved).hash());
    }

    @Property(tries = 200)
    void whateverIsTakenAwayBeforeAnAnchorIsFound(
            @ForAll @IntRange(min = 2, max = 40) int records, @ForAll List<@IntRange(max = 39) Integer> away) {
        WrittenLog log = new WrittenLog();
        log.line(Kind.REACHED, log.write(CHAIN, records));
        boolean any = log.links.removeIf(link -> away.contains((int) link.sequence() - 1));
        assertThat(log.inspect().whole()).isEqualTo(!any);
    }

    @Provide
    Arbitrary<Entry> entries() {
        Arbitrary<String> texts = Arbitraries.strings().ofMaxLength(12);
        return Combinators.combine(
                        texts, texts, texts, Arbitraries.longs().between(0, 4_000_000_000_000L), texts.injectNull(0.3))
                .as((account, action, subject, at, reason) -> new Entry(
                        Instant.ofEpochMilli(at),
                        new Who("630100", account, "李芳", List.of("UNIT"), reason, null, "10.0.0.7"),
                        action,
                        subject,
                        reason,
                        Outcome.DONE));
    }

    @Provide
    Arbitrary<Function<Entry, Entry>> changes() {
        return Arbitraries.of(
                entry -> with(entry, entry.at().plusMillis(1), entry.who(), entry.action(), entry.reason()),
                entry -> with(entry, entry.at(), entry.who(), entry.action() + "S", entry.reason()),
                entry -> with(entry, entry.at(), entry.who(), entry.action(), entry.reason() == null ? "" : null),
                entry -> with(entry, entry.at(), named(entry.who(), "王强"), entry.action(), entry.reason()),
                entry -> with(entry, entry.at(), roles(entry.who(), List.of()), entry.action(), entry.reason()),
                entry -> with(
                        entry,
                        entry.at(),
                        roles(entry.who(), List.of("ADMIN", "UNIT")),
                        entry.action(),
                        entry.reason()),
                entry -> new Entry(
                        entry.at(), entry.who(), entry.action(), entry.subject(), entry.reason(), Outcome.DENIED),
                entry -> entry);
    }

    private static Entry with(Entry entry, Instant at, Who who, String action, @Nullable String reason) {
        return new Entry(at, who, action, entry.subject(), reason, entry.outcome());
    }

    private static Entry about(String action, String subject) {
        return new Entry(WrittenLog.NOW, WrittenLog.WATER, action, subject, null, Outcome.DONE);
    }

    private static Who named(Who who, String name) {
        return new Who(who.tenant(), who.account(), name, who.roles(), who.unit(), who.position(), who.address());
    }

    private static Who roles(Who who, List<String> roles) {
        return new Who(who.tenant(), who.account(), who.name(), roles, who.unit(), who.position(), who.address());
    }
}
