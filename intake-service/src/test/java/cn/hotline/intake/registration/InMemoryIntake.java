package cn.hotline.intake.registration;

import cn.hotline.chassis.Refused;
import cn.hotline.intake.Story;
import cn.hotline.intake.attachment.model.AttachmentRefusal;
import cn.hotline.intake.callers.InMemoryCallers;
import cn.hotline.intake.merging.InMemoryMerges;
import cn.hotline.intake.merging.MergeDesk;
import cn.hotline.intake.progress.InMemoryProgresses;
import cn.hotline.intake.progress.ProgressDesk;
import cn.hotline.intake.registration.model.Attached;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import reactor.core.publisher.Mono;

/** The desks of intake over ports in memory, at the hour of the {@link Story}. */
public final class InMemoryIntake {

    public final InMemoryTickets tickets = new InMemoryTickets();
    public final InMemoryCalls calls = new InMemoryCalls();
    public final InMemoryCallers callers = new InMemoryCallers();
    public final InMemoryProgresses progresses = new InMemoryProgresses();

    private final InMemoryNumbers numbers = new InMemoryNumbers();
    private final InMemoryOwnership ownership = new InMemoryOwnership();

    /** Files that were sent before, by id; a file is given to any ticket that asks. */
    public final Map<String, Attached> files = new HashMap<>();

    private final Uploads uploads = (ids, ticket, keeper) -> files.keySet().containsAll(ids)
            ? Mono.just(ids.stream().map(files::get).toList())
            : Mono.error(new Refused(AttachmentRefusal.UNKNOWN_ATTACHMENT));

    public final RegistrationDesk registration =
            new RegistrationDesk(tickets, calls, numbers, ownership, callers, uploads, Story.CLOCK);
    public final SequelDesk sequel = new SequelDesk(tickets, callers, uploads, Story.CLOCK);
    public final InMemoryMerges merges = new InMemoryMerges();
    public final MergeDesk merging =
            new MergeDesk(merges, tickets, new Sealing(callers), ownership, Duration.ofDays(15), Story.CLOCK);
    public final CallDesk callDesk = new CallDesk(calls, tickets, numbers, ownership, Story.CLOCK);
    public final ProgressDesk progress = new ProgressDesk(progresses);
}
