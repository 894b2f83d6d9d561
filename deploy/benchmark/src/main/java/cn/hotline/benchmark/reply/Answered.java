package cn.hotline.benchmark.reply;

import cn.hotline.routing.classification.model.AppealKind;
import cn.hotline.routing.replycheck.model.Asked;
import cn.hotline.routing.replycheck.model.Earlier;
import cn.hotline.routing.replycheck.model.Given;
import cn.hotline.routing.replycheck.model.Given.Spoken;
import cn.hotline.routing.replycheck.model.Reach;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** An appeal of a file with a reply. */
record Answered(String id, String title, String content, String reply) {

    private static final int SHORT = 50;

    private static final List<AppealKind> BY_WORD =
            List.of(AppealKind.REPORT, AppealKind.COMPLAINT, AppealKind.CONSULTATION, AppealKind.SUGGESTION);

    static Answered of(Map<String, String> row) {
        return new Answered(
                row.getOrDefault("id", ""),
                row.getOrDefault("topic", ""),
                row.getOrDefault("details", ""),
                row.getOrDefault("reply", ""));
    }

    Answered with(String other) {
        return new Answered(id, title, content, other);
    }

    Asked asked() {
        AppealKind kind = BY_WORD.stream()
                .filter(one -> title.contains(one.term()))
                .findFirst()
                .orElse(AppealKind.HELP);
        return new Asked(kind, title, content, false, Reach.REACHABLE);
    }

    Given given() {
        return new Given(Spoken.DATED, false, reply, reply, 0);
    }

    Earlier earlier() {
        return new Earlier(id, title, content, reply);
    }

    boolean isShort() {
        return reply.codePoints().filter(Character::isLetterOrDigit).count() < SHORT;
    }

    /** Sentences and what ends them. */
    List<String> sentences() {
        return Arrays.asList(reply.split("(?<=[。！；])"));
    }
}
