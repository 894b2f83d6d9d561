package cn.hotline.routing.replycheck;

import cn.hotline.routing.replycheck.model.Asked;
import cn.hotline.routing.replycheck.model.Given;
import cn.hotline.routing.replycheck.model.ReplyDoubt;
import cn.hotline.routing.replycheck.model.ReplyDoubt.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * 逐项答复: whether the answer speaks of what was asked, and of each part of it where the caller counted (一、二、, 1. 2.,
 * 一是…二是) or began anew (另外). Texts speak of the same when they share pairs of letters that are not in every appeal; a part
 * passes as answered unless they share none. Checked on real replies, so that few of them are doubted: {@code ./hotline
 * replies evaluate}.
 */
final class Demands implements Rule {

    /** Where another demand begins. Numbers count only at the beginning of a sentence. */
    private static final Pattern NEXT =
            Pattern.compile("(?:(?<=[。；;！!？?\n，,：: ])|^)\\s*(?:另外|此外|除此之外|还有一件事|还有一个问题|另反映|第[一二三四五六](?:[，、,：:]|件事|个问题)?"
                    + "|其[一二三四][，、,：:]?|[一二三四五六]是|[一二三四五六]、|[（(]?[1-9][)）、．.，](?!\\d)|[（(][一二三四五六][)）])");

    /** What asks for something; what does not is told as a reason. */
    private static final Pattern ASKS =
            Pattern.compile("[?？]|请|希望|要求|建议|能否|是否|可否|能不能|何时|什么时候|怎么|如何|多少|吗|解决|处理|尽快|应该|恢复|退还|赔偿");

    /** Of fewer pairs than this nothing can be told. */
    private static final int TELLING = 8;
    /** Chance shares a pair with every so many of a text's. */
    private static final int BY_CHANCE = 60;

    private static final int LETTERS_BY_CHANCE = 10;

    private static final int SHOWN = 40;
    private static final int MOST = 5;

    private final ReplyWords words;

    Demands(ReplyWords words) {
        this.words = words;
    }

    @Override
    public Optional<ReplyDoubt> doubt(Asked asked, Given given) {
        Set<String> answered = Phrases.pairs(given.publicReply(), words);
        if (isBesideThePoint(asked, given, answered)) {
            return Optional.of(new ReplyDoubt(
                    Kind.DEMAND_UNANSWERED, "公开答复没有说到诉求所说的事情，请核对是否答非所问。", List.of(shown(asked.title()))));
        }
        List<String> open = parts(asked.content()).stream()
                .filter(part -> ASKS.matcher(part).find())
                .filter(part -> !speaksOf(part, answered, 1))
                .map(Demands::shown)
                .limit(MOST)
                .toList();
        return open.isEmpty()
                ? Optional.empty()
                : Optional.of(new ReplyDoubt(Kind.DEMAND_UNANSWERED, "诉求有几项，公开答复没有说到其中的" + open.size() + "项。", open));
    }

    /** Short answers share no pair with what was asked more often, but then letters: 空调外机 was asked, 已将外机移走 is said. */
    private boolean isBesideThePoint(Asked asked, Given given, Set<String> answered) {
        if (speaksOf(asked.text(), answered, 1 + answered.size() / BY_CHANCE)) {
            return false;
        }
        Set<Integer> said = Phrases.telling(given.publicReply(), words);
        Set<Integer> shared = new HashSet<>(Phrases.telling(asked.text(), words));
        shared.retainAll(said);
        return shared.size() < said.size() / LETTERS_BY_CHANCE;
    }

    private boolean speaksOf(String part, Set<String> answered, int least) {
        Set<String> asked = Phrases.pairs(part, words);
        return asked.size() < TELLING
                || asked.stream().filter(answered::contains).limit(least).count() >= least;
    }

    /** What the caller counted; none where they did not. What stands before the first number is how it came about. */
    private static List<String> parts(String content) {
        List<String> parts = new ArrayList<>(List.of(NEXT.split(content)));
        return parts.size() < 3 && !content.contains("另外") ? List.of() : parts;
    }

    private static String shown(String part) {
        String stripped = part.strip();
        return stripped.length() <= SHOWN ? stripped : stripped.substring(0, SHOWN) + "…";
    }
}
