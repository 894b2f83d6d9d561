package cn.hotline.routing.learning;

import java.util.List;

/**
 * What is looked at in a text: runs of letters, words, pairs of words, what words mean, and what the lexicon says; the
 * title and the beginning also on their own. Every feature is a number of 64 bits.
 *
 * <p>A block is brought to the same length in every text, so that a long text does not shout down a short one; the
 * shares of the blocks were found by cross-validation, see RATIONALE.md.
 */
final class Features {

    /** The part of a text in which a feature stands. */
    static final int TITLE = 0;

    static final int DETAILS = 1;

    private static final int BEGINNING = 60;
    /** No feature is looked for behind this: far more than a ticket may have. */
    private static final int LONGEST = 8_000;

    private static final long PRIME = 0x9E3779B97F4A7C15L;

    /** The kinds of features, and how much each counts. */
    enum Block {
        TITLE_LETTERS(0.7),
        TITLE_WORDS(0.5),
        BEGINNING_LETTERS(0.4),
        LEXICON(0.3),
        MEANINGS(0.4),
        LETTERS(1),
        WORDS(0.8);

        final double share;

        Block(double share) {
            this.share = share;
        }
    }

    /** Told of every feature where it stands; {@code end} is exclusive. */
    @FunctionalInterface
    interface Sink {
        void take(Block block, long feature, int part, int start, int end);
    }

    private final Hints hints;

    Features(Hints hints) {
        this.hints = hints;
    }

    /** A text, read. */
    Text read(String title, String details) {
        return new Text(Words.plain(title, LONGEST), Words.plain(details, LONGEST));
    }

    final class Text {

        private final List<String> parts;
        private final List<List<Words.Word>> words;

        private Text(String title, String details) {
            this.parts = List.of(title, details);
            this.words = List.of(Words.of(title), Words.of(details));
        }

        String part(int part) {
            return parts.get(part);
        }

        List<Words.Word> words(int part) {
            return words.get(part);
        }

        /** Always in the same order. */
        void tell(Sink sink) {
            var details = parts.get(DETAILS);
            letters(Block.TITLE_LETTERS, TITLE, parts.get(TITLE), 4, sink);
            letters(
                    Block.BEGINNING_LETTERS,
                    DETAILS,
                    details.substring(0, Math.min(BEGINNING, details.length())),
                    4,
                    sink);
            for (int part = TITLE; part <= DETAILS; part++) {
                letters(Block.LETTERS, part, parts.get(part), 3, sink);
                words(part, sink);
                for (var hint : hints.in(parts.get(part))) {
                    sink.take(Block.LEXICON, hash(Block.LEXICON, 0, hint.code()), part, hint.start(), hint.end());
                }
            }
        }

        private void letters(Block block, int part, String text, int longest, Sink sink) {
            for (int start = 0; start < text.length(); start++) {
                long hash = seed(block, 0);
                int last = Math.min(text.length(), start + longest);
                for (int end = start; end < last && Character.isLetterOrDigit(text.charAt(end)); end++) {
                    hash = step(hash, text.charAt(end));
                    sink.take(block, mixed(hash), part, start, end + 1);
                }
            }
        }

        private void words(int part, Sink sink) {
            var all = words.get(part);
            for (int i = 0; i < all.size(); i++) {
                var word = all.get(i);
                sink.take(Block.WORDS, word(word.text()), part, word.start(), word.end());
                var meaning = Words.meaning(word.text());
                if (meaning != null) {
                    sink.take(Block.MEANINGS, hash(Block.MEANINGS, part, meaning), part, word.start(), word.end());
                }
                if (part == TITLE) {
                    sink.take(
                            Block.TITLE_WORDS, hash(Block.TITLE_WORDS, 0, word.text()), part, word.start(), word.end());
                    if (i + 1 < all.size()) {
                        var next = all.get(i + 1);
                        long pair = hash(Block.TITLE_WORDS, 1, word.text() + " " + next.text());
                        sink.take(Block.TITLE_WORDS, pair, part, word.start(), next.end());
                    }
                }
            }
        }
    }

    /** The feature of a word, wherever it stands. */
    static long word(String word) {
        return hash(Block.WORDS, 0, word);
    }

    /** The feature of a run of letters, wherever it stands. */
    static long letters(String letters) {
        return hash(Block.LETTERS, 0, letters);
    }

    private static long hash(Block block, int kind, String text) {
        long hash = seed(block, kind);
        for (int i = 0; i < text.length(); i++) {
            hash = step(hash, text.charAt(i));
        }
        return mixed(hash);
    }

    private static long seed(Block block, int kind) {
        return step(step(PRIME, (char) (block.ordinal() + 1)), (char) (kind + 1));
    }

    private static long step(long hash, char letter) {
        return (hash ^ letter) * PRIME + (hash >>> 29);
    }

    /** Never 0, which stands for no feature. */
    private static long mixed(long hash) {
        long mixed = (hash ^ (hash >>> 32)) * 0xD6E8FEB86659FD93L;
        mixed ^= mixed >>> 32;
        return mixed == 0 ? 1 : mixed;
    }
}
