package cn.hotline.routing.knowledge;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds listed words in a text, in one pass over a tree of their letters. Only the longest words are told: 城东 inside
 * 城东村, or 火灾 inside 火灾隐患, is silent, so that a longer entry can take back what a shorter one says.
 */
public final class WordIndex<T> {

    private final Node<T> root = new Node<>();

    public WordIndex(Map<String, T> words) {
        words.forEach(this::add);
    }

    /** The form in which words and texts are compared: full-width forms made plain, small letters. */
    public static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    /** The longest listed words in the text, in the order in which they stand; offsets are those of the plain text. */
    public List<Hit<T>> find(String plainText) {
        var hits = new ArrayList<Hit<T>>();
        int told = 0;
        for (int start = 0; start < plainText.length(); start++) {
            var hit = longestAt(plainText, start);
            if (hit != null && hit.end > told) {
                hits.add(hit);
                told = hit.end;
            }
        }
        return hits;
    }

    /** All listed words in the text, those inside others too, in the order in which they begin. */
    public List<Hit<T>> all(String plainText) {
        var hits = new ArrayList<Hit<T>>();
        for (int start = 0; start < plainText.length(); start++) {
            var node = root;
            for (int i = start; i < plainText.length(); i++) {
                node = node.next.get(plainText.charAt(i));
                if (node == null) {
                    break;
                }
                if (node.value != null) {
                    hits.add(new Hit<>(start, i + 1, plainText.substring(start, i + 1), node.value));
                }
            }
        }
        return hits;
    }

    private @Nullable Hit<T> longestAt(String text, int start) {
        Hit<T> longest = null;
        var node = root;
        for (int i = start; i < text.length(); i++) {
            node = node.next.get(text.charAt(i));
            if (node == null) {
                break;
            }
            if (node.value != null) {
                longest = new Hit<>(start, i + 1, text.substring(start, i + 1), node.value);
            }
        }
        return longest;
    }

    private void add(String word, T value) {
        var node = root;
        for (char letter : plain(word).toCharArray()) {
            node = node.next.computeIfAbsent(letter, any -> new Node<>());
        }
        node.value = value;
    }

    /** One listed word in a text; {@code end} is exclusive. */
    public record Hit<T>(int start, int end, String word, T value) {}

    private static final class Node<T> {
        private final Map<Character, Node<T>> next = new HashMap<>();
        private @Nullable T value;
    }
}
