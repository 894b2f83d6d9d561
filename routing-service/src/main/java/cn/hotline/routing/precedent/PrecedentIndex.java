package cn.hotline.routing.precedent;

import static java.util.Comparator.comparingDouble;

import cn.hotline.routing.knowledge.WordIndex;
import cn.hotline.routing.precedent.model.ClosedTicket;
import cn.hotline.routing.precedent.model.Precedent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Finds tickets by the pairs of letters they share, each counting the more the fewer tickets have it (cosine of inverse
 * document frequencies). Immutable; two hundred letters of a ticket take about a kilobyte.
 */
final class PrecedentIndex {

    /** Below this, texts share little but how people write. */
    private static final double LEAST = 0.12;
    /** No ticket shows more of itself than this to the index. */
    private static final int LETTERS = 600;

    private final List<ClosedTicket> tickets;
    private final Map<Integer, List<Integer>> having = new HashMap<>();
    private final double[] lengths;

    PrecedentIndex(List<ClosedTicket> tickets) {
        this.tickets = List.copyOf(tickets);
        var pairs = tickets.stream()
                .map(ticket -> pairs(ticket.title(), ticket.content()))
                .toList();
        for (int i = 0; i < pairs.size(); i++) {
            for (int pair : pairs.get(i)) {
                having.computeIfAbsent(pair, any -> new ArrayList<>()).add(i);
            }
        }
        this.lengths = pairs.stream().mapToDouble(this::length).toArray();
    }

    /** The most similar first. */
    List<Precedent> like(String title, String content, int most) {
        var asked = pairs(title, content);
        var shared = new double[tickets.size()];
        for (int pair : asked) {
            double weight = weight(pair);
            having.getOrDefault(pair, List.of()).forEach(i -> shared[i] += weight * weight);
        }
        double length = length(asked);
        return IntStream.range(0, shared.length)
                .filter(i -> shared[i] > 0)
                .mapToObj(i -> precedent(tickets.get(i), shared[i] / (length * lengths[i])))
                .filter(precedent -> precedent.similarity() >= LEAST)
                .sorted(comparingDouble(Precedent::similarity).reversed())
                .limit(most)
                .toList();
    }

    private static Precedent precedent(ClosedTicket ticket, double similarity) {
        return new Precedent(
                ticket.number(), ticket.title(), ticket.category(), ticket.unit(), Math.min(1, similarity));
    }

    private double weight(int pair) {
        return Math.log(
                (1.0 + tickets.size()) / having.getOrDefault(pair, List.of(0)).size());
    }

    private double length(Set<Integer> pairs) {
        return Math.sqrt(
                pairs.stream().mapToDouble(pair -> weight(pair) * weight(pair)).sum());
    }

    private static Set<Integer> pairs(String title, String content) {
        var plain = WordIndex.plain(title + "\n" + content.substring(0, Math.min(LETTERS, content.length())));
        return IntStream.range(0, Math.max(0, plain.length() - 1))
                .filter(i -> Character.isLetter(plain.charAt(i)) && Character.isLetter(plain.charAt(i + 1)))
                .mapToObj(i -> plain.charAt(i) << Character.SIZE | plain.charAt(i + 1))
                .collect(Collectors.toSet());
    }
}
