package cn.hotline.routing.knowledge;

import java.lang.Character.UnicodeBlock;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/**
 * The plain form of a text, full-width forms made plain and small letters. The letters of nearly every Chinese text stand in
 * a table; a text with any other is left to Unicode's own way, which takes ten times as long and gives the same.
 */
final class PlainLetters {

    /** Of these blocks no letter changes, or is changed by, the one beside it. */
    private static final Set<UnicodeBlock> ALONE = Set.of(
            UnicodeBlock.BASIC_LATIN,
            UnicodeBlock.GENERAL_PUNCTUATION,
            UnicodeBlock.CJK_SYMBOLS_AND_PUNCTUATION,
            UnicodeBlock.CJK_UNIFIED_IDEOGRAPHS,
            UnicodeBlock.HALFWIDTH_AND_FULLWIDTH_FORMS);

    /** By letter; 0 where it does not stand in the table. */
    private static final char[] FORMS = forms();

    private PlainLetters() {}

    static String of(String text) {
        var plain = new char[text.length()];
        for (int at = 0; at < plain.length; at++) {
            char form = FORMS[text.charAt(at)];
            if (form == 0) {
                return byUnicode(text);
            }
            plain[at] = form;
        }
        return new String(plain);
    }

    static String byUnicode(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    private static char[] forms() {
        var forms = new char[Character.MAX_VALUE + 1];
        for (int letter = 1; letter < forms.length; letter++) {
            if (isAlone(letter) && !combines(letter)) {
                var form = byUnicode(String.valueOf((char) letter));
                forms[letter] = form.length() == 1 && isAlone(form.charAt(0)) ? form.charAt(0) : 0;
            }
        }
        return forms;
    }

    private static boolean isAlone(int letter) {
        var block = UnicodeBlock.of(letter);
        return block != null && ALONE.contains(block);
    }

    private static boolean combines(int letter) {
        return switch (Character.getType(letter)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> false;
        };
    }
}
