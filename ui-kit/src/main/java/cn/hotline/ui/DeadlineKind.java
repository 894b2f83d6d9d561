package cn.hotline.ui;

/** What a time limit asks for. Handling (办结) is what a bare "剩 2 天" means; the others are named in the tag. */
public enum DeadlineKind {
    ACKNOWLEDGE("签收"),
    CONTACT("联系"),
    RESOLVE("办结"),
    REVISIT("回访");

    private final String term;

    DeadlineKind(String term) {
        this.term = term;
    }

    /** The Chinese word, for "…截止", "按期…". */
    public String term() {
        return term;
    }

    /** The word a tag adds to the time left; empty for the ordinary case. */
    public String suffix() {
        return this == RESOLVE ? "" : term;
    }
}
