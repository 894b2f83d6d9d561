package cn.hotline.intake.registration.model;

import cn.hotline.intake.codes.model.ChannelFamily;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * 来件: how a request came in.
 *
 * @param externalId the channel's own number for it; unique within the channel
 * @param callId the call it was registered in; null for a call of its own and for other channels
 * @param receivedAt when it reached the city; decides the day of every figure
 */
public record Arrival(
        String channel,
        ChannelFamily family,
        @Nullable String externalId,
        @Nullable String callId,
        Instant receivedAt) {}
