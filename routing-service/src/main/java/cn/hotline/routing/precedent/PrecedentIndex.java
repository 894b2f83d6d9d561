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
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds tickets by the pairs of letters they share, each counting the more the fewer tickets have it (cosine of inverse
 * document frequencies). Immutable; two hundred letters of a ticket take about a kilobyte.
 */
final class PrecedentIndex {

    /** Below this, texts share little but how people write. */
    private static final double LEAST = 0.12;
    /** The same for tickets of another field, such as 交通运输 where one is about 生态环境: they share what anybody says of nights and days. */
    private static final double LEAST_ELSEWHERE = 0.25;
    /** No ticket shows more of itself than this to the index. */
    private static final int LETTERS = 600;

    private final List<ClosedTicket> tickets;
    private final Map<Integer, List<Integer>> having = new HashMap<>();
    private final double[] lengths;
    private final UnaryOperator<String> fieldOf;

    /** @param fieldOf what a class belongs to, by codes */
    PrecedentIndex(List<ClosedTicket> tickets, UnaryOperator<String> fieldOf) {
        this.tickets = List.copyOf(tickets);
        this.fieldOf = fieldOf;
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

    /**
     * The most similar first.
     *
     * @param category code of the class it is taken for; null where none is known
     */
    List<Precedent> like(String title, String content, @Nullable String category, int most) {
        var field = category == null ? null : fieldOf.apply(category);
        var asked = pairs(title, content);
        var shared = new double[tickets.size()];
        for (int pair : asked) {
            double weight = weight(pair);
            having.getOrDefault(pair, List.of()).forEach(i -> shared[i] += weight * weight);
        }
        double length = length(asked);
        return IntStream.range(0, shared.length)
                .filter(i -> shared[i] > 0)
                .filter(i -> shared[i] / (length * lengths[i]) >= least(tickets.get(i), field))
                .mapToObj(i -> precedent(tickets.get(i), shared[i] / (length * lengths[i])))
                .sorted(comparingDouble(Precedent::similarity).reversed())
                .limit(most)
                .toList();
    }

    private double least(ClosedTicket ticket, @Nullable String field) {
        return field == null || field.equals(fieldOf.apply(ticket.code())) ? LEAST : LEAST_ELSEWHERE;
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
