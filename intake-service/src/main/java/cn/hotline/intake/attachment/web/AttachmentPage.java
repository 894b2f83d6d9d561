package cn.hotline.intake.attachment.web;

import cn.hotline.intake.attachment.AttachmentDesk;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** 工单附件: the list a unit comes to from its own page of the ticket. */
@Controller
public final class AttachmentPage {

    private final AttachmentDesk desk;

    public AttachmentPage(AttachmentDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/tickets/{number}/attachments")
    Mono<Rendering> attachments(@PathVariable String number) {
        return desk.of(AttachmentController.parsed(number)).map(found -> Rendering.view("pages/intake/attachments")
                .modelAttribute("number", number)
                .modelAttribute("attachments", found)
                .build());
    }
}
