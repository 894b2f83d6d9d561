package cn.hotline.chassis;

import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Masks what looks like personal data in free text: phone numbers, identity numbers, bank cards and mail addresses.
 *
 * <p>Errs on the side of masking: any eleven digits that begin with 1 and any eighteen-character identity pattern are
 * masked, valid or not, with blanks, dashes or dots between and in full-width form too (个人信息保护法, 2021-11-01,
 * least data). Masking what is masked changes nothing. Thread-safe.
 */
public final class PersonalData {

    /** What people write between digits that belong together, in {@link #spelledPlainly plain spelling}. */
    public static final String GAP = "[ .()-]{0,4}";

    /** The fewest digits that could be anybody's number. */
    private static final int SHORTEST = 11;

    private static final String CHINESE_DIGITS = "〇零一二三四五六七八九幺两";
    private static final String CHINESE_DIGIT = "[" + CHINESE_DIGITS + "]";

    private static final Pattern IDENTITY = Pattern.compile("(?<!\\d)(?:\\d" + GAP + "){17}[\\dXx](?!\\d)");
    private static final Pattern OLD_IDENTITY =
            Pattern.compile("(?<!\\d)[1-9]\\d{7}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])\\d{3}(?!\\d)");
    private static final Pattern BANK_CARD = Pattern.compile("(?<!\\d)(?:\\d" + GAP + "){15,18}\\d(?!\\d)");
    private static final Pattern MOBILE =
            Pattern.compile("(?<!\\d)(?:(?:[+]|00)?" + GAP + "86" + GAP + "|0" + GAP + ")?1(?:" + GAP + "\\d){10}\\d*");
    private static final Pattern MOBILE_IN_A_LONGER_NUMBER = Pattern.compile("(?<!\\d)\\d*1\\d{10,}");
    private static final Pattern SPOKEN_MOBILE =
            Pattern.compile("[一幺](?:" + GAP + CHINESE_DIGIT + "){10}(?!" + CHINESE_DIGIT + ")");
    private static final Pattern[] NUMBERS = {
        IDENTITY, BANK_CARD, OLD_IDENTITY, MOBILE, MOBILE_IN_A_LONGER_NUMBER, SPOKEN_MOBILE
    };
    private static final Pattern MAIL = Pattern.compile("[A-Za-z0-9._%+-]+ {0,2}@ {0,2}[A-Za-z0-9.-]+\\.[A-Za-z]{2,}");

    private PersonalData() {}

    /** The text with everything that looks personal replaced; same text when nothing does. */
    public static String mask(String text) {
        if (!mayHoldAny(text)) {
            return text;
        }
        String masked = text;
        String plain = spelledPlainly(text);
        for (Pattern number : NUMBERS) {
            String hidden = replaced(masked, plain, number, PersonalData::keepEnds);
            if (!hidden.equals(masked)) {
                masked = hidden;
                plain = spelledPlainly(hidden);
            }
        }
        return replaced(masked, plain, MAIL, found -> "***@***");
    }

    /** {@code 138****1234}; everything but the last two characters of anything shorter. */
    public static String maskPhone(String phone) {
        return phone.length() >= 11
                ? phone.substring(0, 3) + "****" + phone.substring(phone.length() - 4)
                : "*".repeat(Math.max(0, phone.length() - 2)) + phone.substring(Math.max(0, phone.length() - 2));
    }

    /** {@code 王**}: the first character only. */
    public static String maskName(String name) {
        return name.isEmpty() ? "" : name.substring(0, name.offsetByCodePoints(0, 1)) + "**";
    }

    /**
     * The text with everything replaced whose {@link #spelledPlainly plain spelling} matches; what lies between stays
     * as it was written.
     *
     * @param replacement of what was found, as plainly spelled
     */
    public static String replaced(String text, Pattern plainly, Function<MatchResult, String> replacement) {
        return replaced(text, spelledPlainly(text), plainly, replacement);
    }

    private static String replaced(
            String text, String plain, Pattern plainly, Function<MatchResult, String> replacement) {
        Matcher found = plainly.matcher(plain);
        if (!found.find()) {
            return text;
        }
        StringBuilder all = new StringBuilder(text.length());
        int written = 0;
        do {
            all.append(text, written, found.start()).append(replacement.apply(found));
            written = found.end();
        } while (found.find());
        return all.append(text, written, text.length()).toString();
    }

    /**
     * The text in as many characters, spelled so that one pattern finds a number however it was written: any digits as
     * 0 to 9, full-width letters and signs as ASCII, every blank, line break and invisible character as a blank, every
     * dash as {@code -}, every middle dot as a full stop.
     */
    public static String spelledPlainly(String text) {
        char[] plain = text.toCharArray();
        for (int i = 0; i < plain.length; i++) {
            if (!isPlain(plain[i])) {
                boolean pair = Character.isHighSurrogate(plain[i])
                        && i + 1 < plain.length
                        && Character.isLowSurrogate(plain[i + 1]);
                int digit = Character.digit(text.codePointAt(i), 10);
                if (digit < 0) {
                    plain[i] = plain(plain[i]);
                } else {
                    plain[i] = (char) ('0' + digit);
                    if (pair) {
                        plain[i + 1] = ' ';
                    }
                }
                i += pair ? 1 : 0;
            }
        }
        return new String(plain);
    }

    private static char plain(char c) {
        if (c > '\uff00' && c < '\uff5f') {
            return (char) (c - 0xfee0);
        }
        if (c == '·' || c == '•' || c == '・' || c == '‧') {
            return '.';
        }
        return switch (Character.getType(c)) {
            case Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.CONTROL,
                    Character.FORMAT -> ' ';
            case Character.DASH_PUNCTUATION, Character.CONNECTOR_PUNCTUATION -> '-';
            default -> c == '\u2212' || c == '\u30fc' || c == '\u2500' ? '-' : c;
        };
    }

    private static String keepEnds(MatchResult found) {
        String digits = found.group().replaceAll("[ .()+-]", "");
        return digits.substring(0, 3) + "****" + digits.substring(digits.length() - 4);
    }

    /** ASCII, and the characters a Chinese text is made of, are spelled plainly already. */
    private static boolean isPlain(char c) {
        return c >= ' ' && c < 0x80 || c >= '\u4e00' && c <= '\u9fff';
    }

    /** Most texts hold neither eleven digits in a row nor a mail address; this costs far less than the patterns. */
    private static boolean mayHoldAny(String text) {
        int inARow = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isDigit(text, i, c)) {
                inARow++;
                if (inARow == SHORTEST) {
                    return true;
                }
            } else if (c == '@' || c == '＠') {
                return true;
            } else if (Character.isLetter(c)) {
                inARow = 0;
            }
        }
        return false;
    }

    private static boolean isDigit(String text, int at, char c) {
        if (c < 0x80) {
            return c >= '0' && c <= '9';
        }
        return isPlain(c) || c == '〇' ? CHINESE_DIGITS.indexOf(c) >= 0 : Character.digit(text.codePointAt(at), 10) >= 0;
    }
}
