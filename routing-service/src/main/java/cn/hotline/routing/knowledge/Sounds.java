package cn.hotline.routing.knowledge;

import java.util.HashMap;
import java.util.Map;

/**
 * How Chinese characters sound ({@code sounds.tsv}): what is written down from hearing has the right sound and often
 * another character. Tones do not count, nor do zh, ch, sh against z, c, s, and -ng against -n, which many do not tell apart.
 */
public final class Sounds {

    private static final String FILE = "sounds.tsv";

    /** By character, one that stands for all of its sound. */
    private final Map<Character, Character> alike;

    private Sounds(Map<Character, Character> alike) {
        this.alike = alike;
    }

    /** @throws KnowledgeFault when a line is malformed or a character stands twice */
    public static Sounds load(KnowledgeFiles files) {
        var alike = new HashMap<Character, Character>();
        var first = new HashMap<String, Character>();
        for (var row : files.read(FILE, "sound", "letters").rows()) {
            var sound = row.text("sound").replaceFirst("^([zcs])h", "$1").replaceFirst("ng$", "n");
            var letters = row.text("letters");
            var one = first.computeIfAbsent(sound, any -> letters.charAt(0));
            for (char letter : letters.toCharArray()) {
                row.require(alike.put(letter, one) == null, letter + " stands twice");
            }
        }
        return new Sounds(alike);
    }

    /** The text by its sound: texts that sound alike are the same; of the same length as it is written. */
    public String of(String text) {
        var sounding = text.toCharArray();
        for (int at = 0; at < sounding.length; at++) {
            sounding[at] = alike.getOrDefault(sounding[at], sounding[at]);
        }
        return new String(sounding);
    }
}
