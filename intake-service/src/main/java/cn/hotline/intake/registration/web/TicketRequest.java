package cn.hotline.intake.registration.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A registration as it is sent; read into values by {@link TicketReader}. */
record TicketRequest(
        @Nullable String channel,
        @Nullable String externalId,
        @Nullable String kind,
        @Nullable CallerRequest caller,
        @Nullable String title,
        @Nullable String content,
        @Nullable PlaceRequest place,
        @Nullable String categoryCode,
        @Nullable String urgency,
        @Nullable HazardRequest hazard,
        @Nullable Instant happenedAt,
        @Nullable Instant receivedAt,
        @Nullable String callId,
        @Nullable String disposition,
        @Nullable String answer,
        @Nullable String articleId,
        @Nullable String reason,
        @Nullable List<@Nullable String> attachments) {

    record CallerRequest(
            @Nullable String name,
            @Nullable String phone,
            @Nullable String account,
            @Nullable Boolean anonymous,
            @Nullable Boolean confidential,
            @Nullable Boolean wantsReply) {

        static final CallerRequest NOBODY = new CallerRequest(null, null, null, true, false, false);
    }

    record PlaceRequest(
            @Nullable String text,
            @Nullable String divisionCode,
            @Nullable Double longitude,
            @Nullable Double latitude) {}

    record HazardRequest(@Nullable String kind, @Nullable String severity) {}

    /** A correction as it is sent: what is left out stays as it is. */
    record CorrectionRequest(
            @Nullable String kind,
            @Nullable String title,
            @Nullable String content,
            @Nullable PlaceRequest place,
            @Nullable String categoryCode,
            @Nullable String reason) {}

    /** What a caller adds, as it is sent. */
    record SupplementRequest(
            @Nullable String content, @Nullable List<@Nullable String> attachments) {

        record Read(String content, List<String> attachments) {}
    }

    /** That a caller presses, as it is sent. */
    record UrgeRequest(@Nullable String note) {}

    /** That a caller no longer wants it handled, as it is sent. */
    record WithdrawalRequest(@Nullable String reason) {}
}
