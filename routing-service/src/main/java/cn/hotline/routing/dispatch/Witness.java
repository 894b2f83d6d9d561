package cn.hotline.routing.dispatch;

import reactor.core.publisher.Mono;

/**
 * Whoever must also hear of what another service's event did to a ticket: of some of that (closed, reopened) routing tells
 * no event of its own. Called after it was saved, and once more when the event comes once more.
 */
@FunctionalInterface
public interface Witness {

    Mono<Void> changed(String number);
}
