package cn.hotline.routing.replycheck;

import cn.hotline.routing.classification.DangerEar;
import cn.hotline.routing.classification.model.Danger;
import cn.hotline.routing.classification.model.SensitiveMark;
import cn.hotline.routing.knowledge.WordIndex;
import cn.hotline.routing.replycheck.model.Asked;
import cn.hotline.routing.replycheck.model.Given;
import cn.hotline.routing.replycheck.model.ReplyDoubt;
import cn.hotline.routing.replycheck.model.ReplyDoubt.Kind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** 回应风险: whether the answer says what was done about a danger or a threat that the appeal speaks of. */
final class Risks implements Rule {

    /** What is dangerous without a mark of its own. */
    private static final String DANGER = "DANGER";

    private static final String THREAT = "THREAT";
    /** A longer text tells stories: of its dangers those in its title are meant, and threats wherever they stand. */
    private static final int LETTER = 150;

    private final ReplyWords words;
    private final DangerEar ear;

    Risks(ReplyWords words, DangerEar ear) {
        this.words = words;
        this.ear = ear;
    }

    @Override
    public Optional<ReplyDoubt> doubt(Asked asked, Given given) {
        String said = WordIndex.plain(given.publicReply() + "\n" + given.account());
        List<SensitiveMark> open = raised(asked)
                .distinct()
                .filter(mark -> words.risks().contains(mark.code()))
                .filter(mark -> !words.answers(said, mark.code()))
                .toList();
        return open.isEmpty()
                ? Optional.empty()
                : Optional.of(new ReplyDoubt(
                        Kind.RISK_PASSED_OVER,
                        "诉求说到"
                                + String.join(
                                        "、",
                                        open.stream().map(SensitiveMark::term).toList()) + "，答复没有说采取了什么措施。",
                        open.stream()
                                .flatMap(mark -> mark.evidence().stream())
                                .distinct()
                                .toList()));
    }

    /** By sayings alone: a unit is not asked back for what only might be meant. */
    private Stream<SensitiveMark> raised(Asked asked) {
        if (asked.content().length() <= LETTER) {
            return raised(asked.title(), asked.content());
        }
        return Stream.concat(
                raised(null, asked.title()),
                ear.hearSayings(asked.title(), asked.content()).marks().stream()
                        .filter(mark -> mark.code().equals(THREAT)));
    }

    private Stream<SensitiveMark> raised(@Nullable String title, String content) {
        Danger heard = ear.hearSayings(title, content);
        return heard.marks().isEmpty()
                ? heard.urgency().stream().map(found -> new SensitiveMark(DANGER, "险情", found.evidence()))
                : heard.marks().stream();
    }
}
