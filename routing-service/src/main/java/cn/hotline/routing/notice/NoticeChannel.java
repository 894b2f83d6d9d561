package cn.hotline.routing.notice;

import java.util.List;
import reactor.core.publisher.Mono;

/** Hands notices on to where people are: the city's provider of short messages and calls. */
@FunctionalInterface
public interface NoticeChannel {

    /** Where there is no provider: notices are in the inbox, and nowhere else. */
    NoticeChannel INBOX_ONLY = message -> Mono.empty();

    /** Completes when the provider has it; may be asked again with the same key, and then must not tell it twice. */
    Mono<Void> send(Message message);

    /**
     * @param key the same for the same message
     * @param to telephone numbers of offices
     * @param text number, class and deadline of tickets; nothing of a caller
     * @param urgent whether it is to be called rather than written
     */
    record Message(String key, List<String> to, String text, boolean urgent) {

        public Message {
            to = List.copyOf(to);
        }
    }
}
