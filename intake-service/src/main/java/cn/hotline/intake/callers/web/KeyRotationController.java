package cn.hotline.intake.callers.web;

import cn.hotline.chassis.Refusal.General;
import cn.hotline.chassis.Refused;
import cn.hotline.intake.callers.KeyRotation;
import cn.hotline.intake.callers.model.Rotation;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** 更换密钥 over HTTP: counts only, never a caller. */
@RestController
@RequestMapping("/api/v1/key-rotations")
public final class KeyRotationController {

    private final KeyRotation rotation;

    KeyRotationController(KeyRotation rotation) {
        this.rotation = rotation;
    }

    /** Begins one in the background, or carries on with the one that has not ended. */
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<RotationView> begin() {
        return rotation.begin().map(RotationView::of);
    }

    /** How far the latest one has come. */
    @GetMapping
    Mono<RotationView> latest() {
        return rotation.latest().map(RotationView::of).switchIfEmpty(Mono.error(new Refused(General.NOT_FOUND)));
    }

    /**
     * @param state {@code RUNNING} or {@code DONE}
     * @param total callers when it began
     * @param looked callers this round has looked at
     * @param renewed callers put under new keys
     */
    record RotationView(
            String state,
            Instant beganAt,
            String by,
            long total,
            long looked,
            long renewed,
            @Nullable Instant finishedAt) {

        static RotationView of(Rotation rotation) {
            return new RotationView(
                    rotation.isFinished() ? "DONE" : "RUNNING",
                    rotation.beganAt(),
                    rotation.by(),
                    rotation.total(),
                    rotation.looked(),
                    rotation.renewed(),
                    rotation.finishedAt());
        }
    }
}
