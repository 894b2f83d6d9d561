package cn.hotline.access.audit;

/** The log cannot be written, or not in time: what was to be shown is not shown. Carries no stack trace. */
public final class AuditUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public AuditUnavailable(String why) {
        super(why, null, false, false);
    }
}
