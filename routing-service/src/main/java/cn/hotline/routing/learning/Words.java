package cn.hotline.routing.learning;

import com.hankcs.hanlp.dictionary.CoreSynonymDictionary;
import com.hankcs.hanlp.seg.Segment;
import com.hankcs.hanlp.seg.Viterbi.ViterbiSegment;
import com.hankcs.hanlp.seg.common.Term;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The words of a text, by HanLP and the dictionaries that come with it; these are loaded when a first text is read, some
 * 33 MB of heap. Safe for use by several threads.
 */
final class Words {

    private static final Pattern TAG = Pattern.compile("<[^<>]{1,80}>|&[a-z]{2,6};");
    /** A区, A3区, B市: how published texts hide a place. */
    private static final Pattern HIDDEN_PLACE = Pattern.compile("(?<![a-z0-9])[a-z][0-9]{0,2}(?=[市区县])");

    private static final Pattern NUMBER = Pattern.compile("[0-9]+(?:\\.[0-9]+)?");
    /** Letters of a code of 同义词词林 that say what a word is about: 大类、中类、小类、词群. */
    private static final int WORD_GROUP = 5;

    private Words() {}

    /** A text as it is compared: one form of every letter, no tags, every number the same. */
    static String plain(String text, int longest) {
        var whole = text.length() > longest ? text.substring(0, longest) : text;
        var plain = Normalizer.normalize(whole, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        plain = TAG.matcher(plain).replaceAll(" ");
        plain = HIDDEN_PLACE.matcher(plain).replaceAll("某");
        return NUMBER.matcher(plain).replaceAll("0").strip();
    }

    /** The words of a plain text in their order, without marks and spaces. */
    static List<Word> of(String plain) {
        return Dictionaries.SEGMENT.seg(plain).stream()
                .filter(term -> Character.isLetterOrDigit(term.word.charAt(0)))
                .map(Word::new)
                .collect(Collectors.toList());
    }

    /** What a word is about, whichever of several words was chosen for it; null when it is in no group. */
    static @Nullable String meaning(String word) {
        var item = CoreSynonymDictionary.get(word);
        return item == null ? null : item.entry.getIdString().substring(0, WORD_GROUP);
    }

    /** {@code end} is exclusive. */
    record Word(String text, int start, int end) {

        private Word(Term term) {
            this(term.word, term.offset, term.offset + term.word.length());
        }
    }

    /** Apart, so that nothing is loaded before it is needed. */
    private static final class Dictionaries {
        private static final Segment SEGMENT = new ViterbiSegment()
                .enableCustomDictionary(false)
                .enableNameRecognize(false)
                .enableTranslatedNameRecognize(false)
                .enableOffset(true);
    }
}
