package cn.hotline.evaluation.demo;

import org.jspecify.annotations.Nullable;

/** What a demo caller says when asked. */
enum Opinion {
    VERY_SATISFIED("YES", "VERY_SATISFIED", null, "处理得很快，非常感谢。"),
    SATISFIED("YES", "SATISFIED", null, "问题已经解决。"),
    BASICALLY_SATISFIED("PARTLY", "BASICALLY_SATISFIED", null, "有改善，希望继续跟进。"),
    CANNOT_BE_MET("NO", "DISSATISFIED", "CANNOT_BE_MET", "解释能听懂，但诉求没有办成。"),
    NOT_DONE("NO", "DISSATISFIED", "NOT_DONE", "现场没有变化，请再处理一次。");

    final String solved;
    final String satisfaction;
    final @Nullable String cause;
    final String words;

    Opinion(String solved, String satisfaction, @Nullable String cause, String words) {
        this.solved = solved;
        this.satisfaction = satisfaction;
        this.cause = cause;
        this.words = words;
    }

    /** Of a hundred callers some thirty are very satisfied, six are not. */
    static Opinion of(int percent) {
        if (percent < 30) {
            return VERY_SATISFIED;
        }
        if (percent < 80) {
            return SATISFIED;
        }
        return percent < 94 ? BASICALLY_SATISFIED : percent < 97 ? CANNOT_BE_MET : NOT_DONE;
    }
}
