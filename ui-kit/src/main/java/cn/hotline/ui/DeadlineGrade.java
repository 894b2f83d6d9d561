package cn.hotline.ui;

import java.util.Locale;

/** The six grades of a deadline tag (时限六档); every grade differs in words or shape, not in colour alone. */
public enum DeadlineGrade {
    AMPLE("充裕"),
    NEAR("临近"),
    SOON("将到期"),
    OVERDUE("逾期"),
    PAUSED("暂停"),
    DONE("已办");

    private final String term;

    DeadlineGrade(String term) {
        this.term = term;
    }

    /** The Chinese word, as the page reads it out when the grade changes. */
    public String term() {
        return term;
    }

    /** The word of the style sheet: {@code deadline-near}, {@code row-near}. */
    public String style() {
        return name().toLowerCase(Locale.ROOT);
    }
}
