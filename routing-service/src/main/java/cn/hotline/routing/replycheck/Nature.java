package cn.hotline.routing.replycheck;

import cn.hotline.routing.classification.model.AppealKind;
import cn.hotline.routing.knowledge.WordIndex;
import cn.hotline.routing.replycheck.ReplyWords.Use;
import cn.hotline.routing.replycheck.model.Asked;
import cn.hotline.routing.replycheck.model.Given;
import cn.hotline.routing.replycheck.model.ReplyDoubt;
import cn.hotline.routing.replycheck.model.ReplyDoubt.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** 诉求性质: a complaint is not answered as if it had been a question. */
final class Nature implements Rule {

    private static final Set<AppealKind> ACCUSING = Set.of(AppealKind.COMPLAINT, AppealKind.REPORT);

    private final ReplyWords words;

    Nature(ReplyWords words) {
        this.words = words;
    }

    @Override
    public Optional<ReplyDoubt> doubt(Asked asked, Given given) {
        List<String> said = ACCUSING.contains(asked.kind())
                ? Stream.of(given.publicReply(), given.account())
                        .flatMap(text -> words.in(WordIndex.plain(text), Use.CONSULTED).stream())
                        .distinct()
                        .toList()
                : List.of();
        return said.isEmpty()
                ? Optional.empty()
                : Optional.of(new ReplyDoubt(
                        Kind.NATURE_CHANGED,
                        "这是一件" + asked.kind().term() + "，答复把它当作咨询；请按"
                                + asked.kind().term() + "答复查处情况。",
                        said));
    }
}
