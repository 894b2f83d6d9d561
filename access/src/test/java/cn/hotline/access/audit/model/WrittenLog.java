package cn.hotline.access.audit.model;

import cn.hotline.access.audit.model.RegisterLine.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** A log as a store would hold it, to be tampered with. */
final class WrittenLog {

    static final Instant NOW = Instant.parse("2024-06-18T02:00:00Z");
    static final Who WATER =
            new Who("630100", "unit-630103-07", "李芳", List.of("UNIT"), "630103-07", "CLERK", "10.0.0.7");

    final List<RegisterLine> register = new ArrayList<>();
    final List<Link> links = new ArrayList<>();

    Anchor open(String chain) {
        return line(Kind.OPENED, new Anchor(chain, 0, "")).beginning();
    }

    /** Opens a chain and writes so many records. */
    Anchor write(String chain, int records) {
        return add(open(chain), records);
    }

    Anchor add(Anchor head, int records) {
        Anchor last = head;
        for (int i = 0; i < records; i++) {
            Link link = Link.after(last, entry((int) last.sequence()));
            links.add(link);
            last = link.head();
        }
        return last;
    }

    RegisterLine line(Kind kind, Anchor reached) {
        Anchor last = register.isEmpty()
                ? RegisterLine.NONE
                : register.get(register.size() - 1).place();
        RegisterLine line = RegisterLine.after(last, NOW, kind, reached);
        register.add(line);
        return line;
    }

    static Entry entry(int i) {
        return new Entry(NOW.plusSeconds(i), WATER, "REVEAL", "XN240618-%06d".formatted(i), "核对地址", Outcome.DONE);
    }

    Verification inspect(Anchor... anchors) {
        return inspect(List.of(anchors));
    }

    Verification inspect(Collection<Anchor> anchors) {
        Inspection inspection = new Inspection(anchors);
        register.forEach(inspection::look);
        links.stream()
                .sorted(Comparator.comparing(Link::chain).thenComparing(Link::sequence))
                .forEach(inspection::look);
        return inspection.end();
    }
}
