package cn.hotline.routing.dispatch.web;

import cn.hotline.routing.replycheck.model.ReplyDoubt;
import java.util.List;

/** 答复疑点, as the interface tells them; an empty list when nothing is doubted. */
record DoubtsView(List<DoubtView> doubts) {

    static DoubtsView of(List<ReplyDoubt> doubts) {
        return new DoubtsView(doubts.stream().map(DoubtView::of).toList());
    }

    /**
     * One of them.
     *
     * @param field of the reply that is to be looked at
     */
    record DoubtView(String kind, String term, String field, String sentence, List<String> words) {

        static DoubtView of(ReplyDoubt doubt) {
            return new DoubtView(
                    doubt.kind().name(), doubt.kind().term(), doubt.kind().field(), doubt.sentence(), doubt.words());
        }
    }
}
