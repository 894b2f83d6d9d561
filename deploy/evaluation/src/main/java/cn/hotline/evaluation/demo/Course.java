package cn.hotline.evaluation.demo;

/** How far a demo ticket is taken after it is registered. */
enum Course {
    /** Waits where it is: answered at once, or with the unit or the dispatcher. */
    REGISTERED,
    /** The unit has taken it on. */
    ACKNOWLEDGED,
    /** The unit has answered; the revisit waits. */
    REPLIED,
    /** The caller has been asked how it was. */
    REVISITED
}
