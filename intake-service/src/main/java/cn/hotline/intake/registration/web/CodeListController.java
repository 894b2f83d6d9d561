package cn.hotline.intake.registration.web;

import cn.hotline.chassis.Termed.Coded;
import cn.hotline.intake.codes.Channels;
import cn.hotline.intake.registration.model.HazardKind;
import cn.hotline.intake.registration.model.Kind;
import java.util.Arrays;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The code lists of intake. */
@RestController
@RequestMapping("/api/v1")
final class CodeListController {

    private final Channels channels;

    CodeListController(Channels channels) {
        this.channels = channels;
    }

    @GetMapping("/channels")
    List<ChannelView> channels() {
        return channels.all().stream()
                .map(channel -> new ChannelView(channel.code(), channel.term(), Coded.of(channel.family())))
                .toList();
    }

    @GetMapping("/kinds")
    List<Coded> kinds() {
        return Arrays.stream(Kind.values()).map(Coded::of).toList();
    }

    @GetMapping("/hazard-kinds")
    List<Coded> hazardKinds() {
        return Arrays.stream(HazardKind.values()).map(Coded::of).toList();
    }

    record ChannelView(String code, String term, Coded family) {}
}
