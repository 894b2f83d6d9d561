package cn.hotline.intake.registration.model;

import cn.hotline.intake.callers.model.Identity;

/**
 * 附件: a file that came with a ticket, as it is listed. The file itself is kept apart, sealed with the caller's key.
 *
 * @param name what it is called; masked once the ticket holds it
 * @param size in bytes
 * @param type media type, found by content, such as {@code image/jpeg}
 */
public record Attached(String id, String name, long size, String type) {

    /** As everybody may see it. */
    public Attached concealed(Identity caller) {
        return new Attached(id, caller.mask(name), size, type);
    }
}
