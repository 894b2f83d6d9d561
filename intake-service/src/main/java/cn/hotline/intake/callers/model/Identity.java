package cn.hotline.intake.callers.model;

import cn.hotline.chassis.PersonalData;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * 身份: who a caller says they are. Lives in memory only while it is needed; kept sealed.
 *
 * @param account of theirs in the channel they used, such as a WeChat open id
 */
public record Identity(
        @Nullable String name,
        @Nullable PhoneNumber phone,
        @Nullable String account) {

    public static final Identity UNKNOWN = new Identity(null, null, null);

    /** The text as anybody may see it: without who the caller is, the door they live behind, or any number plate. */
    public String mask(String text) {
        return maskFor(text, false, false);
    }

    /**
     * The text as whoever handles the matter may see it: never who calls.
     *
     * @param doors whether doors are shown
     * @param plates whether number plates are shown
     */
    public String maskFor(String text, boolean doors, boolean plates) {
        String masked = maskPerson(text);
        masked = doors ? masked : Whereabouts.maskDoors(masked);
        return plates ? masked : Whereabouts.maskPlates(masked);
    }

    private String maskPerson(String text) {
        String masked = phone == null ? text : phone.hiddenIn(text);
        masked = name == null ? masked : hidden(masked, name, PersonalData.maskName(name.strip()));
        masked = account == null ? masked : hidden(masked, account, "***");
        return PersonalData.mask(masked);
    }

    /** One character is no name that could be told from a word. */
    private static String hidden(String text, String own, String mask) {
        String plain = PersonalData.spelledPlainly(own).replace(" ", "");
        if (plain.codePointCount(0, plain.length()) < 2) {
            return text;
        }
        String first = plain.substring(0, plain.offsetByCodePoints(0, 1));
        if (first.codePointAt(0) >= 0x80 && !text.contains(first)) {
            return text;
        }
        Pattern written = Pattern.compile(
                plain.codePoints()
                        .mapToObj(c -> Pattern.quote(Character.toString(c)))
                        .collect(Collectors.joining(PersonalData.GAP)),
                Pattern.CASE_INSENSITIVE);
        return PersonalData.replaced(text, written, found -> mask);
    }

    /** Kept out of logs. */
    @Override
    public String toString() {
        return "身份";
    }
}
