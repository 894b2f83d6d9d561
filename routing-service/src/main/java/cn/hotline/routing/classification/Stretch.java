package cn.hotline.routing.classification;

import java.util.ArrayList;
import java.util.List;

/**
 * A piece of a text that says one thing: a sentence, or, of one that runs on and on as people speak, some clauses.
 *
 * @param end exclusive
 */
record Stretch(int start, int end) {

    /** A longer sentence is heard piece by piece, else what is dangerous in it is lost among the rest. */
    private static final int LONGEST = 60;
    /** Letters of a piece; the last clause of one is the first of the next. */
    private static final int PIECE = 40;
    /** Fewer letters say nothing. */
    private static final int SHORTEST = 4;

    private static final String ENDS_OF_SENTENCES = ".!?。;…\n";
    private static final String ENDS_OF_CLAUSES = ",、:";

    /** All of a text as {@link AlarmWords#plain(String)} makes it, in their order. */
    static List<Stretch> of(String plain) {
        var all = new ArrayList<Stretch>();
        for (var sentence : cut(plain, 0, plain.length(), ENDS_OF_SENTENCES)) {
            if (sentence.length() > LONGEST) {
                all.addAll(pieces(cut(plain, sentence.start, sentence.end, ENDS_OF_CLAUSES)));
            } else if (sentence.letters(plain) >= SHORTEST) {
                all.add(sentence);
            }
        }
        return all;
    }

    String in(String plain) {
        return plain.substring(start, end);
    }

    /** The clauses of this stretch of two letters and more (救命), in their order. */
    List<Stretch> clauses(String plain) {
        return cut(plain, start, end, ENDS_OF_SENTENCES + ENDS_OF_CLAUSES).stream()
                .filter(clause -> clause.letters(plain) > 1)
                .toList();
    }

    private static List<Stretch> pieces(List<Stretch> clauses) {
        var pieces = new ArrayList<Stretch>();
        int last = -1;
        for (int first = 0; last + 1 < clauses.size(); first = Math.max(first + 1, last)) {
            last = first;
            while (last + 1 < clauses.size() && clauses.get(last + 1).end - clauses.get(first).start <= PIECE) {
                last++;
            }
            pieces.add(new Stretch(clauses.get(first).start, clauses.get(last).end));
        }
        return pieces;
    }

    private static List<Stretch> cut(String plain, int start, int end, String ends) {
        var cut = new ArrayList<Stretch>();
        int from = start;
        for (int at = start; at <= end; at++) {
            if (at == end || ends.indexOf(plain.charAt(at)) >= 0) {
                cut.add(new Stretch(from, at));
                from = at + 1;
            }
        }
        return cut;
    }

    private int length() {
        return end - start;
    }

    /** Figures and signs alone say nothing. */
    private long letters(String plain) {
        return in(plain).chars().filter(Character::isLetter).count();
    }
}
