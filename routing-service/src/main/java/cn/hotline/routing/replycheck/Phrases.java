package cn.hotline.routing.replycheck;

import cn.hotline.routing.knowledge.WordIndex;
import cn.hotline.routing.replycheck.ReplyWords.Use;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads texts as the check compares them. */
final class Phrases {

    private static final Pattern DATE =
            Pattern.compile("(?:[0-9]{4}年)?[0-9]{1,2}月[0-9]{1,2}[日号]?|[0-9]{4}[-./][0-9]{1,2}[-./][0-9]{1,2}");
    private static final Pattern QUOTED = Pattern.compile("[“\"《〈「『(（][^“”\"《》〈〉「」『』()（）]{1,120}[”\"》〉」』)）]");
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** Letters that stand between words and tell nothing. */
    private static final String BETWEEN = "的了是在和不也都就与及或我你他她它们这那有没无被把给到从对向又还很太才再会能可要想去来说让请为以而但因所等上下里外中后前个些每各其之于至将已并由该此";

    private Phrases() {}

    static String letters(String text) {
        return NO_LETTERS.matcher(text).replaceAll("");
    }

    /** What a text says of its own: without set phrases, dates, and what it quotes. */
    static String own(String text, ReplyWords words) {
        var unquoted = QUOTED.matcher(WordIndex.plain(text)).replaceAll(" ");
        return letters(words.without(DATE.matcher(unquoted).replaceAll(" "), Use.EMPTY));
    }

    /** Pairs of letters that tell what a text is about, in their order. */
    static Set<String> pairs(String text, ReplyWords words) {
        var telling = words.without(WordIndex.plain(text), Use.PLAIN);
        var pairs = new LinkedHashSet<String>();
        for (int i = 0; i + 1 < telling.length(); i++) {
            if (tells(telling.charAt(i)) && tells(telling.charAt(i + 1))) {
                pairs.add(telling.substring(i, i + 2));
            }
        }
        return pairs;
    }

    /** Letters that tell what a text is about. */
    static Set<Integer> telling(String text, ReplyWords words) {
        return words.without(WordIndex.plain(text), Use.PLAIN)
                .chars()
                .filter(letter -> tells((char) letter))
                .boxed()
                .collect(Collectors.toSet());
    }

    private static boolean tells(char letter) {
        return Character.isLetterOrDigit(letter) && BETWEEN.indexOf(letter) < 0;
    }
}
