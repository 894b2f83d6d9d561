package cn.hotline.reporting.dailyreport.model;

import cn.hotline.chassis.Termed;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A figure of the reports that can be opened to what is behind it. */
public enum Figure implements Termed {
    CALLS("来电诉求"),
    DIRECT("直接办理"),
    FORWARDED("转交责任单位办理"),
    WEB("网民留言"),
    REVISITS("回访"),
    HOT("热点问题"),
    HAZARDS("安全隐患举报");

    private final String term;

    Figure(String term) {
        this.term = term;
    }

    @Override
    public String term() {
        return term;
    }

    /** The figure's name in addresses and answers: lower case. */
    public String path() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /**
     * Whether what is behind it tells what a ticket is about.
     *
     * @param part that it is narrowed to; null for all
     */
    public boolean tellsContents(@Nullable String part) {
        return this == HAZARDS || this == HOT && part != null;
    }

    public static Optional<Figure> ofPath(String path) {
        return Arrays.stream(values())
                .filter(figure -> figure.path().equals(path))
                .findFirst();
    }
}
