package cn.hotline.chassis;

/** A reason to say no that the asker can understand; implemented by enums, one per feature. */
public interface Refusal {

    /** Stable code of the reason: the enum constant's name. */
    String name();

    /** A Chinese sentence a clerk understands, saying what to do where something can be done. */
    String sentence();

    /** What sort of no this is. */
    default Kind kind() {
        return Kind.STATE;
    }

    /** Sorts of refusal, as the HTTP edge tells them apart. */
    enum Kind {
        /** Nobody has signed in. */
        UNKNOWN_ASKER,
        /** Not for this asker to do. */
        RIGHT,
        /** Not there, or not for this asker to know of. */
        ABSENT,
        /** Not in that state, or changed meanwhile by somebody else. */
        STATE,
        /** Understood, but the request breaks a rule. */
        RULE,
        /** More than is taken at once. */
        SIZE,
        /** Too often: later again. */
        RATE,
        /** Something needed does not work at the moment. */
        OUTAGE
    }

    /** Refusals that every service knows. */
    enum General implements Refusal {
        UNAUTHENTICATED(Kind.UNKNOWN_ASKER, "没有登录，或登录已过期，请重新登录后继续。"),
        FORBIDDEN(Kind.RIGHT, "您的岗位不能做这一步，需要时请让班长或管理员办理。"),
        NOT_FOUND(Kind.ABSENT, "没有找到这条记录，请核对编号。"),
        INVALID(Kind.RULE, "填写的内容有误，请按提示修改后再提交。"),
        VERSION_CONFLICT(Kind.STATE, "内容已被他人修改，请刷新后再操作。"),
        IDEMPOTENCY_KEY_REUSED(Kind.STATE, "同一个幂等号用在了不同的内容上，请换一个幂等号。"),
        BUSY(Kind.STATE, "同时操作的人太多，请稍后再试。");

        private final Kind kind;
        private final String sentence;

        General(Kind kind, String sentence) {
            this.kind = kind;
            this.sentence = sentence;
        }

        @Override
        public String sentence() {
            return sentence;
        }

        @Override
        public Kind kind() {
            return kind;
        }
    }
}
