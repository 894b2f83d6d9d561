package cn.hotline.routing.deadline;

import cn.hotline.routing.deadline.model.DeadlinePolicy;
import cn.hotline.routing.deadline.model.Outlook;
import reactor.core.publisher.Mono;

/** The deadlines of all open tickets of the tenant in force. */
public interface OpenDeadlines {

    /** What would move, were that policy in force now. */
    Mono<Outlook> outlook(DeadlinePolicy planned);
}
