package cn.hotline.routing.replycheck.model;

import cn.hotline.chassis.PersonalData;
import cn.hotline.chassis.Termed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 答复疑点: why an answer should be looked at before the caller reads it.
 *
 * @param sentence what is to be looked at, as the unit and the hotline read it; masked
 * @param words what shows it, as the appeal or the answer says it; masked, none where something is missing
 */
public record ReplyDoubt(Kind kind, String sentence, List<String> words) {

    private static final String PUBLIC_REPLY = "publicReply";

    public ReplyDoubt(Kind kind, String sentence, @Nullable List<String> words) {
        this.kind = kind;
        this.sentence = PersonalData.mask(sentence);
        this.words = words == null
                ? List.of()
                : words.stream().map(PersonalData::mask).toList();
    }

    /** With what shows it. */
    public String told() {
        return words.isEmpty() ? sentence : sentence + "（" + String.join("；", words) + "）";
    }

    /** What is doubted. */
    public enum Kind implements Termed {
        DEMAND_UNANSWERED("有诉求没有答复", PUBLIC_REPLY),
        CONTACT_MISSING("没有联系诉求人", "contacted"),
        PROOF_MISSING("缺少佐证", "attachments"),
        PERSONAL_DATA("公开答复含有个人信息", PUBLIC_REPLY),
        NATURE_CHANGED("改变了诉求性质", PUBLIC_REPLY),
        TEMPLATE("套话答复", PUBLIC_REPLY),
        COPIED("与其他答复雷同", PUBLIC_REPLY),
        RISK_PASSED_OVER("没有回应风险", PUBLIC_REPLY);

        private final String term;
        private final String field;

        Kind(String term, String field) {
            this.term = term;
            this.field = field;
        }

        /** The part of the reply that is to be looked at. */
        public String field() {
            return field;
        }

        @Override
        public String term() {
            return term;
        }
    }
}
