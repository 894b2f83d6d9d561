package cn.hotline.routing.place;

import reactor.core.publisher.Flux;

/** Port to the tickets whose county is confirmed. */
public interface ConfirmedPlaces {

    /** The newest first, none of them confidential. */
    Flux<ConfirmedPlace> newest();
}
