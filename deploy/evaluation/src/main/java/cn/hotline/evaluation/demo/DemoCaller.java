package cn.hotline.evaluation.demo;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who cannot exist: the fourth to seventh digits of the number are zero, which no network has given out.
 *
 * @param name null for who did not say
 * @param anonymous wishes to stay unknown and no reply
 */
record DemoCaller(@Nullable String name, String phone, boolean anonymous, boolean confidential) {

    private static final String[] DIGITS = {"", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
    private static final String[] PLACES = {"", "十", "百", "千"};

    /** The n-th, from 1; all up to 9,999 are different. */
    static DemoCaller nth(int n) {
        return new DemoCaller("演示" + inWords(n), "1%02d0000%04d".formatted(30 + n % 60, n), false, false);
    }

    DemoCaller withoutName() {
        return new DemoCaller(null, phone, true, false);
    }

    DemoCaller inConfidence() {
        return new DemoCaller(name, phone, false, true);
    }

    /** 一千零八十四. */
    static String inWords(int n) {
        StringBuilder words = new StringBuilder();
        boolean gap = false;
        for (int place = 3; place >= 0; place--) {
            int digit = n / (int) Math.pow(10, place) % 10;
            if (digit == 0) {
                gap = !words.isEmpty();
                continue;
            }
            words.append(gap ? "零" : "").append(DIGITS[digit]).append(PLACES[place]);
            gap = false;
        }
        return words.indexOf("一十") == 0 ? words.substring(1) : words.toString();
    }
}
