package cn.hotline.access.audit.model;

import cn.hotline.access.audit.model.RegisterLine.Kind;
import cn.hotline.access.audit.model.Verification.Broken;
import cn.hotline.access.audit.model.Verification.Chain;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a whole log once, record by record, and keeps the first broken link it meets: first all lines of the
 * register, then all records by chain and sequence. Lines that were written meanwhile may be shown before the records
 * that need them.
 *
 * <p>What a chain must have reached is known from the register and from anchors kept elsewhere (the application's log,
 * the memory of the process that writes). A chain that ends early without contradicting any of them is whole: that is
 * what a process leaves that died while it wrote.
 *
 * <p>For one thread at a time.
 */
public final class Inspection {

    private final Map<String, List<Anchor>> anchors = new HashMap<>();
    private final Map<String, Seen> chains = new LinkedHashMap<>();
    private Anchor register = RegisterLine.NONE;
    private @Nullable Seen current;
    private boolean amongRecords;
    private long records;
    private @Nullable Broken broken;

    /** @param anchors what is known from elsewhere, of chains and of the register */
    public Inspection(Collection<Anchor> anchors) {
        anchors.forEach(this::hold);
    }

    /** The last line of the register that was looked at. */
    public Anchor register() {
        return register;
    }

    public boolean isRegistered(String chain) {
        return chains.containsKey(chain);
    }

    public boolean isBroken() {
        return broken != null;
    }

    public void look(RegisterLine line) {
        if (broken != null) {
            return;
        }
        if (line.sequence() != register.sequence() + 1) {
            breaks(register.next(), Flaw.MISSING);
        } else if (!line.follows(register.hash())) {
            breaks(line.place(), Flaw.ALTERED);
        } else {
            register = line.place();
            matchAnchors(register);
            note(line);
        }
    }

    public void look(Link link) {
        if (broken != null) {
            return;
        }
        amongRecords = true;
        Seen chain = chains.get(link.chain());
        if (chain != current) {
            end(current);
            current = chain;
        }
        if (broken != null) {
            return;
        }
        records++;
        if (chain == null) {
            breaks(link.head(), Flaw.UNREGISTERED);
        } else if (link.sequence() != chain.head.sequence() + 1) {
            breaks(chain.head.next(), Flaw.MISSING);
        } else if (chain.closed && link.sequence() > chain.reached.sequence()) {
            breaks(link.head(), Flaw.ADDED);
        } else if (!link.follows(chain.head.hash())) {
            breaks(link.head(), Flaw.ALTERED);
        } else {
            chain.head = link.head();
            matchAnchors(chain.head);
            matchAnchor(chain.head, chain.reached);
        }
    }

    /** Everything has been looked at: what ought to be there and was not seen is not there. */
    public Verification end() {
        endOfRegister();
        chains.values().forEach(this::end);
        anchors.keySet().stream()
                .filter(chain -> !chain.equals(RegisterLine.REGISTER) && !chains.containsKey(chain))
                .sorted()
                .forEach(chain -> breaks(new Anchor(chain, 1, ""), Flaw.CUT_SHORT));
        List<Chain> seen = new ArrayList<>();
        chains.forEach((id, chain) -> seen.add(new Chain(
                chain.openedAt,
                new Anchor(id, chain.head.sequence(), chain.head.sequence() == 0 ? "" : chain.head.hash()),
                chain.reached.sequence() == chain.head.sequence(),
                chain.closed)));
        return new Verification(records, register, seen, broken);
    }

    private void note(RegisterLine line) {
        Anchor reached = line.reached();
        Seen chain = chains.get(reached.chain());
        if (line.kind() == Kind.OPENED) {
            chains.putIfAbsent(reached.chain(), new Seen(line));
        } else if (chain == null) {
            breaks(line.place(), Flaw.UNREGISTERED);
        } else if (!amongRecords) {
            // Later lines may speak of records written after their place was passed.
            // Whoever vouches for a chain of others may say less than was said meanwhile.
            chain.reached = reached.sequence() < chain.reached.sequence() ? chain.reached : reached;
            chain.closed |= line.kind() == Kind.CLOSED;
        }
    }

    private void endOfRegister() {
        for (Anchor anchor : anchors.getOrDefault(RegisterLine.REGISTER, List.of())) {
            if (anchor.sequence() > register.sequence()) {
                breaks(register.next(), Flaw.CUT_SHORT);
            }
        }
    }

    private void end(@Nullable Seen chain) {
        if (chain == null) {
            return;
        }
        boolean cut = chain.reached.sequence() > chain.head.sequence()
                || anchors.getOrDefault(chain.head.chain(), List.of()).stream()
                        .anyMatch(anchor -> anchor.sequence() > chain.head.sequence());
        if (cut) {
            breaks(chain.head.next(), Flaw.CUT_SHORT);
        }
    }

    private void matchAnchors(Anchor head) {
        anchors.getOrDefault(head.chain(), List.of()).forEach(anchor -> matchAnchor(head, anchor));
    }

    private void matchAnchor(Anchor head, Anchor anchor) {
        if (anchor.sequence() == head.sequence() && !anchor.hash().equals(head.hash())) {
            breaks(head, Flaw.REWRITTEN);
        }
    }

    private void hold(Anchor anchor) {
        anchors.computeIfAbsent(anchor.chain(), chain -> new ArrayList<>()).add(anchor);
    }

    private void breaks(Anchor place, Flaw flaw) {
        if (broken == null) {
            broken = new Broken(place.chain(), place.sequence(), flaw);
        }
    }

    /** How far one chain has been looked at. */
    private static final class Seen {

        private final Instant openedAt;
        private Anchor head;
        private Anchor reached;
        private boolean closed;

        Seen(RegisterLine opened) {
            openedAt = opened.at();
            head = opened.beginning();
            reached = opened.reached();
        }
    }
}
