package cn.hotline.intake.callers.model;

import cn.hotline.chassis.PersonalData;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * 门牌与车牌: doors behind a building, and number plates. An address is shown as far as the building, a plate by its
 * region and its last character. Whoever handles the matter sees more where its class needs it.
 */
final class Whereabouts {

    private static final String COUNT = "[0-9〇零一二三四五六七八九十百幺两]";
    private static final String GAP = " {0,2}";
    private static final String ROOM = COUNT + "{1,5}[A-Za-z]?" + GAP + "(?:号?房间?|室|户|号)";
    private static final String FLOOR = COUNT + "{1,3}" + GAP + "[楼层]" + GAP;
    private static final String SIDE = "[东西南北中左右][边侧]?户";

    /** From the stairs on: 3单元, 3单元501室, 2单元5楼东户. */
    private static final Pattern STAIRS = Pattern.compile(COUNT + "{1,3}" + GAP + "[A-Za-z]?单元" + GAP + "(?:" + FLOOR
            + ")?(?:" + ROOM + "|[0-9]{3,4})?" + GAP + "(?:" + SIDE + ")?");

    /** After a building: 5号楼501, 2栋3-501室, 12幢5层东户; but not what is counted there. */
    private static final Pattern BEHIND_A_BUILDING = Pattern.compile("(?<=号楼|#楼|[栋幢座#])" + GAP + "-?" + GAP + "(?:"
            + FLOOR + "(?:" + ROOM + "|" + SIDE + ")|[0-9]{1,2}-(?:[0-9]{1,2}-)?[0-9]{2,4}" + GAP + "(?:室|户|号)?"
            + "|[0-9]{3,4}" + GAP + "(?:号?房间?|室|户|号|(?![0-9年米元户人个])))");

    /** Building, stairs and room as numbers alone, 5-2-501: the building stays. */
    private static final Pattern BY_NUMBERS =
            Pattern.compile("(?<![0-9-])([0-9]{1,3})-[0-9]{1,2}-[0-9]{3,4}(?![0-9-])");

    /** A room by itself: 501室, 五〇一室, 1203号房. */
    private static final Pattern ALONE =
            Pattern.compile("(?<![0-9])" + COUNT + "{3,5}[A-Za-z]?" + GAP + "(?:号房间?|室(?![内外]))");

    private static final Pattern PLATE = Pattern.compile("([京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]) ?([A-Za-z])"
            + "[ .-]{0,2}[A-Za-z0-9]{4,5}([A-Za-z0-9挂学警港澳])(?![A-Za-z0-9])");

    private Whereabouts() {}

    /** The words that give a door away are looked for first: most texts hold none. */
    static String maskDoors(String text) {
        String masked = text.contains("单元") ? PersonalData.replaced(text, STAIRS, found -> "***") : text;
        if (masked.contains("号楼") || masked.chars().anyMatch(c -> "栋幢座#＃".indexOf(c) >= 0)) {
            masked = PersonalData.replaced(masked, BEHIND_A_BUILDING, found -> "***");
        }
        if (masked.indexOf('室') >= 0 || masked.indexOf('房') >= 0) {
            masked = PersonalData.replaced(masked, ALONE, found -> "***");
        }
        return hasDigit(masked) ? PersonalData.replaced(masked, BY_NUMBERS, found -> found.group(1) + "-***") : masked;
    }

    static String maskPlates(String text) {
        return hasDigit(text)
                ? PersonalData.replaced(
                        text, PLATE, found -> (found.group(1) + found.group(2) + "****" + found.group(3))
                                .toUpperCase(Locale.ROOT))
                : text;
    }

    private static boolean hasDigit(String text) {
        return text.chars().anyMatch(c -> c >= '0' && c <= '9' || c >= '０' && c <= '９');
    }
}
