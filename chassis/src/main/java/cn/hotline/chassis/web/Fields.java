package cn.hotline.chassis.web;

import cn.hotline.chassis.PersonalData;
import cn.hotline.chassis.Refusal.General;
import cn.hotline.chassis.Refused;
import cn.hotline.chassis.Refused.FieldError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of one request into values and collects what is wrong with them, so that the asker is told
 * everything at once. Lengths are counted in code points; line breaks and tabs are text, other control characters are
 * refused.
 *
 * <p>For one request; not thread-safe.
 */
public final class Fields {

    private final List<FieldError> errors = new ArrayList<>();

    /** A text that has to be there; the empty string when it is at fault. */
    public String required(String field, @Nullable String text, int longest) {
        if (text == null || text.isBlank()) {
            return wrong(field, "请填写此项", "");
        }
        String read = optional(field, text, longest);
        return read == null ? "" : read;
    }

    /** A text that may be absent or blank: null then, and when it is at fault. */
    public @Nullable String optional(String field, @Nullable String text, int longest) {
        if (text == null || text.isBlank()) {
            return null;
        }
        int length = text.codePointCount(0, text.length());
        if (length > longest) {
            return wrong(field, "最多 " + longest + " 字，现有 " + length + " 字", null);
        }
        if (text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t')) {
            return wrong(field, "含有不能显示的控制字符，请删除后再提交", null);
        }
        if (text.chars().anyMatch(c -> c == 0xFFFD || c == 0xFFFE || c == 0xFFFF) || hasLoneSurrogate(text)) {
            return wrong(field, "含有无法识别的字符，请重新输入", null);
        }
        return text;
    }

    /** One of the codes of an enum, or the fallback when absent. */
    public <T extends Enum<T>> T code(String field, @Nullable String code, Class<T> type, T fallback) {
        T read = code(field, code, type);
        return read == null ? fallback : read;
    }

    /** One of the codes of an enum; null when absent or at fault. */
    public <T extends Enum<T>> @Nullable T code(String field, @Nullable String code, Class<T> type) {
        if (code == null || code.isBlank()) {
            return null;
        }
        for (T constant : type.getEnumConstants()) {
            if (constant.name().equals(code)) {
                return constant;
            }
        }
        return wrong(
                field,
                "没有“" + shortened(code) + "”这个代码，可用的有："
                        + String.join(
                                "、",
                                Arrays.stream(type.getEnumConstants())
                                        .map(Enum::name)
                                        .toList()),
                null);
    }

    /** One of the codes of an enum that has to be there; the first constant when it is at fault. */
    public <T extends Enum<T>> T requiredCode(String field, @Nullable String code, Class<T> type) {
        if (code == null || code.isBlank()) {
            wrong(field, "请填写此项", null);
        }
        T read = code(field, code, type);
        return read == null ? type.getEnumConstants()[0] : read;
    }

    /** Notes a fault unless the condition holds. */
    public void check(boolean condition, String field, String detail) {
        if (!condition) {
            wrong(field, detail, null);
        }
    }

    /** @throws Refused when anything was at fault */
    public void refuseFaults() {
        if (!errors.isEmpty()) {
            throw new Refused(General.INVALID, errors);
        }
    }

    /** At most 20 characters of what was sent, for a sentence that names it; masked, as people paste into any field. */
    public static String shortened(String text) {
        String visible = PersonalData.mask(text.replaceAll("\\p{Cntrl}", ""));
        return visible.length() <= 20 ? visible : visible.substring(0, 20) + "…";
    }

    private <T> T wrong(String field, String detail, T instead) {
        errors.add(new FieldError(field, detail));
        return instead;
    }

    private static boolean hasLoneSurrogate(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isHighSurrogate(text.charAt(i))
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }
}
