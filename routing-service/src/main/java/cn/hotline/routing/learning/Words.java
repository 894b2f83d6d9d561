package cn.hotline.routing.learning;

import cn.hotline.routing.knowledge.WordIndex;
import com.hankcs.hanlp.dictionary.CoreSynonymDictionary;
import com.hankcs.hanlp.seg.Segment;
import com.hankcs.hanlp.seg.Viterbi.ViterbiSegment;
import com.hankcs.hanlp.seg.common.Term;
import java.util.ArrayList;
import java.util.List;
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

    /** Nature of names of people in HanLP's dictionary. */
    private static final String PERSON = "nr";

    private static final int LONGEST_RUN = 3;
    /** The hundred most frequent family names: nine of ten people have one of them. */
    private static final String SURNAMES =
            "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆" + "汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤";

    /** Letters that stand between words and are no part of a new one. */
    private static final String COMMON = "的了是在和不也都就与及或我你他她它们这那有没无被把给到从对向又还很太才再会能可要想去来说让请为以而但因所等上下里外中后前个些每各其之于至";

    private Words() {}

    /** A text as it is compared: one form of every letter, no tags, every number the same. */
    static String plain(String text, int longest) {
        var whole = text.length() > longest ? text.substring(0, longest) : text;
        var plain = WordIndex.plain(whole);
        if (hasAny(plain, '<', '<') || hasAny(plain, '&', '&')) {
            plain = TAG.matcher(plain).replaceAll(" ");
        }
        if (hasAny(plain, 'a', 'z')) {
            plain = HIDDEN_PLACE.matcher(plain).replaceAll("某");
        }
        if (hasAny(plain, '0', '9')) {
            plain = NUMBER.matcher(plain).replaceAll("0");
        }
        return plain.strip();
    }

    /** Whether a pattern is worth trying: most texts have none of its letters. */
    private static boolean hasAny(String plain, char first, char last) {
        for (int at = 0; at < plain.length(); at++) {
            if (plain.charAt(at) >= first && plain.charAt(at) <= last) {
                return true;
            }
        }
        return false;
    }

    /** The words of a plain text in their order, without marks and spaces. */
    static List<Word> of(String plain) {
        return Dictionaries.SEGMENT.seg(plain).stream()
                .filter(term -> Character.isLetterOrDigit(term.word.charAt(0)))
                .map(Word::new)
                .collect(Collectors.toList());
    }

    /**
     * The words of a text that may be told to people and kept: those of two letters and more that name nobody. Letters in
     * a row that are no word of the dictionary, such as a new word, are one, too, up to three; not where a family name is
     * among them.
     */
    static List<Word> readable(List<Word> words) {
        var readable = new ArrayList<Word>();
        for (int i = 0; i < words.size(); ) {
            var word = words.get(i++);
            while (i < words.size() && words.get(i).continues(word)) {
                word = word.with(words.get(i++));
            }
            if (word.text().length() > 1 && !word.ofPerson()) {
                readable.add(word.shortened());
            }
        }
        return readable;
    }

    /** What a word is about, whichever of several words was chosen for it; null when it is in no group. */
    static @Nullable String meaning(String word) {
        var item = CoreSynonymDictionary.get(word);
        return item == null ? null : item.entry.getIdString().substring(0, WORD_GROUP);
    }

    /**
     * @param end exclusive
     * @param ofPerson whether it is a name of people
     * @param isOfLetters whether it is one letter, or several that are no word of the dictionary
     */
    record Word(String text, int start, int end, boolean ofPerson, boolean isOfLetters) {

        private Word(Term term) {
            this(
                    term.word,
                    term.offset,
                    term.offset + term.word.length(),
                    term.nature != null && term.nature.startsWith(PERSON)
                            || term.word.length() == 1 && SURNAMES.contains(term.word),
                    term.word.length() == 1);
        }

        private boolean continues(Word before) {
            return isOfLetters
                    && before.isOfLetters
                    && start == before.end
                    && COMMON.indexOf(text) < 0
                    && COMMON.indexOf(before.text) < 0;
        }

        private Word with(Word letter) {
            return new Word(text + letter.text, start, letter.end, ofPerson || letter.ofPerson, true);
        }

        private Word shortened() {
            return isOfLetters && text.length() > LONGEST_RUN
                    ? new Word(text.substring(0, LONGEST_RUN), start, start + LONGEST_RUN, ofPerson, true)
                    : this;
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
