package cn.hotline.intake.registration;

import cn.hotline.intake.Story;
import cn.hotline.intake.callers.InMemoryCallers;
import cn.hotline.intake.progress.InMemoryProgresses;
import cn.hotline.intake.progress.ProgressDesk;

/** The desks of intake over ports in memory, at the hour of the {@link Story}. */
public final class InMemoryIntake {

    public final InMemoryTickets tickets = new InMemoryTickets();
    public final InMemoryCalls calls = new InMemoryCalls();
    public final InMemoryCallers callers = new InMemoryCallers();
    public final InMemoryProgresses progresses = new InMemoryProgresses();

    private final InMemoryNumbers numbers = new InMemoryNumbers();
    private final InMemoryOwnership ownership = new InMemoryOwnership();

    public final RegistrationDesk registration =
            new RegistrationDesk(tickets, calls, numbers, ownership, callers, Story.CLOCK);
    public final CallDesk callDesk = new CallDesk(calls, tickets, numbers, ownership, Story.CLOCK);
    public final ProgressDesk progress = new ProgressDesk(progresses);
}
