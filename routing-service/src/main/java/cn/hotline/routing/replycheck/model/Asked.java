package cn.hotline.routing.replycheck.model;

import cn.hotline.routing.classification.model.AppealKind;

/**
 * 诉求, as far as its answer is measured by it; masked.
 *
 * @param hazard whether it reports a safety hazard (安全隐患)
 */
public record Asked(AppealKind kind, String title, String content, boolean hazard, Reach reach) {

    /** Title and content. */
    public String text() {
        return title + "\n" + content;
    }
}
