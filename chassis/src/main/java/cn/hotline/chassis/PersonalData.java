package cn.hotline.chassis;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Masks what looks like personal data in free text: phone numbers, identity numbers, bank cards and mail addresses.
 *
 * <p>Errs on the side of masking: any eleven digits that begin with 1 and any eighteen-character identity pattern are
 * masked, valid or not, with blanks or dashes between and in full-width form too (个人信息保护法, 2021-11-01, least
 * data). Thread-safe.
 */
public final class PersonalData {

    private static final String DIGIT = "[0-9０-９]";
    private static final String GAP = "[ \\u00a0\\u3000\\-－–—]{0,2}";
    private static final Pattern IDENTITY =
            Pattern.compile("(?<!" + DIGIT + ")(?:" + DIGIT + GAP + "){17}[0-9０-９XxＸｘ](?!" + DIGIT + ")");
    private static final Pattern BANK_CARD =
            Pattern.compile("(?<!" + DIGIT + ")(?:" + DIGIT + GAP + "){15,18}" + DIGIT + "(?!" + DIGIT + ")");
    private static final Pattern MOBILE = Pattern.compile("(?<!" + DIGIT + ")(?:[+＋]?[8８][6６]" + GAP + ")?[1１]" + GAP
            + "(?:" + DIGIT + GAP + "){9}" + DIGIT + "(?!" + DIGIT + ")");
    private static final Pattern MAIL = Pattern.compile("[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\\.[A-Za-z]{2,}");

    private PersonalData() {}

    /** The text with everything that looks personal replaced; same text when nothing does. */
    public static String mask(String text) {
        if (!mayHoldAny(text)) {
            return text;
        }
        String masked = IDENTITY.matcher(text).replaceAll(PersonalData::keepEnds);
        masked = BANK_CARD.matcher(masked).replaceAll(PersonalData::keepEnds);
        masked = MOBILE.matcher(masked).replaceAll(PersonalData::keepEnds);
        return MAIL.matcher(masked).replaceAll("***@***");
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

    private static String keepEnds(MatchResult found) {
        String digits = found.group().replaceAll("[^0-9０-９XxＸｘ]", "");
        return digits.substring(0, 3) + "****" + digits.substring(digits.length() - 4);
    }

    /** Most texts hold neither a run of digits nor a mail address; this costs far less than the patterns. */
    private static boolean mayHoldAny(String text) {
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9' || c >= '０' && c <= '９') {
                digits++;
            } else if (c == '@') {
                return true;
            }
        }
        return digits >= 11;
    }
}
