package cn.hotline.evaluation.demo;

import java.time.Instant;

/**
 * One ticket of the demo day.
 *
 * @param externalId the channel's own number of it, the same at every run of the same day
 * @param forwarded to a unit; otherwise answered at once
 * @param hazard whether the text's hazard is marked
 * @param classOpen whether its class is left to routing, if routing is sure of it
 * @param opinion what the caller will say; only meaningful when revisited
 */
record DemoTicket(
        String externalId,
        String channel,
        DemoText text,
        boolean forwarded,
        boolean hazard,
        boolean classOpen,
        DemoCaller caller,
        Instant receivedAt,
        Course course,
        Opinion opinion) {}
