package cn.hotline.intake.registration.web;

import cn.hotline.intake.registration.CallDesk;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Calls over HTTP. */
@RestController
@RequestMapping("/api/v1/calls")
final class CallController {

    private final CallDesk desk;
    private final CallReader reader;

    CallController(CallDesk desk, CallReader reader) {
        this.desk = desk;
        this.reader = reader;
    }

    /** 来电记录. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Mono<Recorded> record(@RequestBody CallRequest sent) {
        return desk.record(reader.read(sent)).map(call -> new Recorded(call.callId()));
    }

    record Recorded(String callId) {}
}
