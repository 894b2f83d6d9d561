package cn.hotline.routing.unitsystem;

/** A letter did not arrive, for a reason that can be said to whoever looks after the system. */
public final class NotDelivered extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param words Chinese, without anything that was sent or answered */
    public NotDelivered(String words) {
        super(words, null, false, false);
    }

    public String words() {
        return getMessage();
    }
}
