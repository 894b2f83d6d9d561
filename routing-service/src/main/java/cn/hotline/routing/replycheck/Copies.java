package cn.hotline.routing.replycheck;

import cn.hotline.routing.knowledge.KnowledgeFiles;
import cn.hotline.routing.knowledge.WordIndex;
import cn.hotline.routing.replycheck.model.Asked;
import cn.hotline.routing.replycheck.model.Earlier;
import cn.hotline.routing.replycheck.model.Given;
import cn.hotline.routing.replycheck.model.ReplyDoubt;
import cn.hotline.routing.replycheck.model.ReplyDoubt.Kind;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * 雷同: whether an answer repeats one that was given to another appeal. What both say is compared without set phrases and
 * dates. Appeals that ask the same may be answered the same. Thread-safe.
 */
public final class Copies {

    /** From here on one is the other with small changes. */
    private static final double COPIED = 0.6;
    /** Appeals that share so much of their titles, or of their texts, ask the same. */
    private static final double SAME_TITLE = 0.5;

    private static final double SAME_CONTENT = 0.3;

    /** Fewer letters of its own say what many may say: 楼道已清扫，今后每天打扫. */
    private static final int LEAST = 15;

    private final ReplyWords words;

    private Copies(ReplyWords words) {
        this.words = words;
    }

    /** @throws cn.hotline.routing.knowledge.KnowledgeFault when a line is malformed */
    public static Copies load(KnowledgeFiles files) {
        return new Copies(ReplyWords.load(files));
    }

    /** 印记 of an answer: whatever repeats it, nearly or wholly, shares at least one; none where it says nothing. */
    public List<Long> marks(String publicReply) {
        return own(publicReply).bands();
    }

    /**
     * @param earlier answers that share a mark
     * @return what speaks against it; empty when it says something of its own
     */
    public Optional<ReplyDoubt> doubt(Asked asked, Given given, Collection<Earlier> earlier) {
        Shingles own = own(given.publicReply());
        return earlier.stream()
                .filter(other -> !asksTheSame(asked, other))
                .map(other -> new Likeness(other, own.likeness(own(other.reply()))))
                .filter(likeness -> likeness.share() >= COPIED)
                .max(Comparator.comparingDouble(Likeness::share))
                .map(Likeness::doubt);
    }

    private boolean asksTheSame(Asked asked, Earlier other) {
        return shared(Phrases.pairs(asked.title(), words), Phrases.pairs(other.title(), words)) >= SAME_TITLE
                || shingles(asked.content()).likeness(shingles(other.content())) >= SAME_CONTENT;
    }

    private static double shared(Set<String> some, Set<String> others) {
        return some.stream().filter(others::contains).count() / (double) Math.max(1, some.size());
    }

    private static Shingles shingles(String text) {
        return Shingles.of(Phrases.letters(WordIndex.plain(text)));
    }

    /** Numbers are what a copy changes first. */
    private Shingles own(String reply) {
        String letters = Phrases.own(reply, words).replaceAll("[0-9]", "");
        return Shingles.of(letters.length() < LEAST ? "" : letters);
    }

    private record Likeness(Earlier other, double share) {

        private ReplyDoubt doubt() {
            String which = other.named() == null ? "另一件工单" : "工单 " + other.named() + " ";
            return new ReplyDoubt(
                    Kind.COPIED,
                    "公开答复与" + which + "的答复雷同（" + Math.round(share * 100) + "%），而两件诉求并不相同，请按这件诉求的办理情况答复。",
                    other.named() == null ? List.of() : List.of(other.named()));
        }
    }
}
