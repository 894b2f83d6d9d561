package cn.hotline.intake.registration.web;

import cn.hotline.intake.registration.SequelDesk;
import cn.hotline.intake.registration.web.TicketRequest.SupplementRequest;
import cn.hotline.intake.registration.web.TicketRequest.UrgeRequest;
import cn.hotline.intake.registration.web.TicketRequest.WithdrawalRequest;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** 再来电 over HTTP; answered with the ticket as it reads then. */
@RestController
@RequestMapping("/api/v1/tickets/{number}")
final class SequelController {

    private final SequelDesk desk;
    private final TicketReader reader;
    private final TicketViews views;

    SequelController(SequelDesk desk, TicketReader reader, TicketViews views) {
        this.desk = desk;
        this.reader = reader;
        this.views = views;
    }

    /** 补充. */
    @PostMapping("/supplements")
    Mono<TicketView> supplement(@PathVariable String number, @RequestBody SupplementRequest sent) {
        SupplementRequest.Read read = reader.read(sent);
        return desk.supplement(TicketController.parsed(number), read.content(), read.attachments())
                .flatMap(views::of);
    }

    /** 催办. */
    @PostMapping("/urges")
    Mono<TicketView> urge(@PathVariable String number, @RequestBody UrgeRequest sent) {
        return desk.urge(TicketController.parsed(number), reader.read(sent)).flatMap(views::of);
    }

    /** 撤单. */
    @PostMapping("/withdrawal")
    Mono<TicketView> withdraw(@PathVariable String number, @RequestBody WithdrawalRequest sent) {
        return desk.withdraw(TicketController.parsed(number), reader.read(sent)).flatMap(views::of);
    }
}
