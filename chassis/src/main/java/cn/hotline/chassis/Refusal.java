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
        /** Not there, or not for this asker to know of. */
        ABSENT,
        /** Not in that state, or changed meanwhile by somebody else. */
        STATE,
        /** Understood, but the request breaks a rule. */
        RULE
    }
}
