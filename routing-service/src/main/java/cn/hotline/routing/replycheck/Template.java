package cn.hotline.routing.replycheck;

import cn.hotline.routing.knowledge.WordIndex;
import cn.hotline.routing.replycheck.ReplyWords.Use;
import cn.hotline.routing.replycheck.model.Asked;
import cn.hotline.routing.replycheck.model.Given;
import cn.hotline.routing.replycheck.model.Given.Spoken;
import cn.hotline.routing.replycheck.model.ReplyDoubt;
import cn.hotline.routing.replycheck.model.ReplyDoubt.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * 套话: whether anything is left of what the caller reads once set phrases are taken away; and, where the unit says that
 * something was done, whether its account says what, and when or by whom.
 */
final class Template implements Rule {

    /** Fewer letters of its own say nothing to the caller. */
    private static final int LEAST = 8;

    private final ReplyWords words;

    Template(ReplyWords words) {
        this.words = words;
    }

    @Override
    public Optional<ReplyDoubt> doubt(Asked asked, Given given) {
        String own = Phrases.own(given.publicReply(), words);
        if (own.length() < LEAST) {
            return Optional.of(new ReplyDoubt(
                    Kind.TEMPLATE,
                    "公开答复除套话外没有说明办理情况，请写清办了什么、结果如何。",
                    List.of(given.publicReply().strip())));
        }
        List<String> missing = given.solved() ? missing(given) : List.of();
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new ReplyDoubt(Kind.TEMPLATE, "办理情况没有写明" + String.join("，也没有写明", missing) + "。", List.of()));
    }

    private List<String> missing(Given given) {
        String account = WordIndex.plain(given.account());
        List<String> missing = new ArrayList<>();
        if (!words.any(account, Use.DEED)) {
            missing.add("办了什么");
        }
        if (given.contact().compareTo(Spoken.DATED) < 0
                && !words.any(account, Use.WHEN)
                && !words.any(account, Use.WHO)) {
            missing.add("什么时候、由谁办的");
        }
        return missing;
    }
}
