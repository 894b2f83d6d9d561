package cn.hotline.routing.replycheck;

import cn.hotline.routing.classification.DangerEar;
import cn.hotline.routing.knowledge.KnowledgeFiles;
import cn.hotline.routing.replycheck.model.Asked;
import cn.hotline.routing.replycheck.model.Given;
import cn.hotline.routing.replycheck.model.ReplyDoubt;
import java.util.List;
import java.util.Optional;

/**
 * 答复检查: looks at an answer by itself, offline, by words a city may change ({@code reply-check.tsv}). It warns; whoever
 * answers decides. Whether an answer repeats another one is {@link Copies}. Thread-safe.
 */
public final class ReplyCheck {

    private final List<Rule> rules;

    private ReplyCheck(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    /** @throws cn.hotline.routing.knowledge.KnowledgeFault when a line is malformed */
    public static ReplyCheck load(KnowledgeFiles files, DangerEar ear) {
        var words = ReplyWords.load(files);
        return new ReplyCheck(List.of(
                new Demands(words),
                new Contacts(words),
                new Proof(),
                new Privacy(words),
                new Nature(words),
                new Template(words),
                new Risks(words, ear)));
    }

    /** Everything that speaks against it; usually nothing. */
    public List<ReplyDoubt> doubts(Asked asked, Given given) {
        return rules.stream()
                .map(rule -> rule.doubt(asked, given))
                .flatMap(Optional::stream)
                .toList();
    }
}
