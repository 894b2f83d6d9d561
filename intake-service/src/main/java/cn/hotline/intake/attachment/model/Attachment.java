package cn.hotline.intake.attachment.model;

import cn.hotline.intake.callers.model.Ciphertext;
import cn.hotline.intake.registration.model.TicketNumber;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * 附件: a file somebody sent. It is theirs until a ticket takes it. Its parts are sealed with a data key of its own,
 * which is closed with the key of whoever it belongs to: an unnumbered caller of its own first, then the ticket's.
 *
 * @param id random
 * @param by account of who sent it
 * @param waitsUntil when it no longer waits for a ticket
 * @param keeper caller whose key closes the data key
 * @param key the data key, closed
 * @param content null while it is still coming in
 * @param ticket null until one takes it
 */
public record Attachment(
        String id,
        String by,
        Instant at,
        Instant waitsUntil,
        String keeper,
        Ciphertext key,
        @Nullable Content content,
        @Nullable TicketNumber ticket) {

    public Attachment {
        // Files from before it was written down waited a day.
        waitsUntil = waitsUntil == null ? at.plus(Duration.ofDays(1)) : waitsUntil;
    }

    /** Whether it came in whole. */
    public boolean isWhole() {
        return content != null;
    }

    /**
     * What came in.
     *
     * @param name what it is called, sealed like the file: people put names and numbers into it
     * @param size in bytes
     * @param sha256 of the file as it was sent, in hex
     * @param parts how many it is kept in
     */
    public record Content(Ciphertext name, FileType type, long size, String sha256, int parts) {}
}
