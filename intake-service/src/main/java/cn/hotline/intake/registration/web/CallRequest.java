package cn.hotline.intake.registration.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A call as it is sent; read into values by {@link CallReader}. */
record CallRequest(
        @Nullable String line,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable String outcome,
        @Nullable List<@Nullable String> tickets,
        @Nullable String note) {}
