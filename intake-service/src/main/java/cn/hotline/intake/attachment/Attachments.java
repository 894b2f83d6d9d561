package cn.hotline.intake.attachment;

import cn.hotline.intake.attachment.model.Attachment;
import cn.hotline.intake.attachment.model.Attachment.Content;
import cn.hotline.intake.callers.model.Ciphertext;
import cn.hotline.intake.registration.model.TicketNumber;
import java.time.Instant;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** All files of the tenant in force; they are never read but sealed. */
public interface Attachments {

    /** Makes a file known before its first part is kept, so that whatever is left of it will be found. */
    Mono<Void> begin(Attachment begun);

    /** @param number of the part, from 0 */
    Mono<Void> keepPart(String id, int number, byte[] sealed);

    /** The file came in whole. */
    Mono<Void> finish(String id, Content content);

    /** A file that came in whole and is not being taken away. */
    Mono<Attachment> find(String id);

    /** Its parts in order, sealed; one after the other as they are asked for. */
    Flux<byte[]> parts(Attachment file);

    /**
     * Gives a file to a ticket and its data key, newly closed, to the ticket's caller.
     *
     * @param seen as it was read; somebody else may have given it away since
     * @return whether it was still so
     */
    Mono<Boolean> give(Attachment seen, TicketNumber ticket, String keeper, Ciphertext key);

    /** Files of all tenants that waited until before that and that are not known to have stayed with a ticket. */
    Flux<Loose> loose(Instant before, int most);

    /** It stays with its ticket for good. */
    Mono<Void> settle(String id);

    /**
     * It is about to be removed: nobody may read it or attach it any more.
     *
     * @return whether it was still as it was seen
     */
    Mono<Boolean> condemn(Attachment seen);

    /** Removes its parts, then itself. */
    Mono<Void> remove(String id);

    /** A file that may belong to nobody. */
    record Loose(String tenant, Attachment file) {}
}
