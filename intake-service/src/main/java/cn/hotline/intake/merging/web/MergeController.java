package cn.hotline.intake.merging.web;

import cn.hotline.chassis.Termed.Coded;
import cn.hotline.intake.merging.MergeDesk;
import cn.hotline.intake.merging.model.Merge;
import cn.hotline.intake.registration.model.TicketNumber;
import java.time.Instant;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Merges over HTTP. */
@RestController
@RequestMapping("/api/v1/merges")
public final class MergeController {

    private final MergeDesk desk;
    private final String prefix;

    /** @param prefix stands before a number that is sent as digits alone */
    public MergeController(MergeDesk desk, String prefix) {
        this.desk = desk;
        this.prefix = prefix;
    }

    /** 并单. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Mono<MergeView> merge(@RequestBody MergeRequest sent) {
        MergeRequest.Read read = sent.read(prefix);
        return desk.merge(read.master(), read.duplicates(), read.reason()).map(MergeView::of);
    }

    /** 撤销. */
    @DeleteMapping("/{id}")
    Mono<MergeView> undo(@PathVariable String id) {
        return desk.undo(id).map(MergeView::of);
    }

    /** @param duplicates those that follow, or followed */
    record MergeView(String id, Coded status, String master, List<String> duplicates, Instant at) {

        static MergeView of(Merge merge) {
            return new MergeView(
                    merge.id(),
                    Coded.of(merge.status()),
                    merge.master().value(),
                    merge.duplicates().stream().map(TicketNumber::value).toList(),
                    merge.at());
        }
    }
}
