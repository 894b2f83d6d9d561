package cn.hotline.intake.merging.web;

import cn.hotline.intake.merging.MergeDesk;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** Merging from the page of a ticket, and then that page as it reads now. */
@Controller
@RequestMapping("/tickets/{number}/merges")
public final class MergePages {

    private final MergeDesk desk;
    private final String prefix;

    /** @param prefix stands before a number that is typed as digits alone */
    public MergePages(MergeDesk desk, String prefix) {
        this.desk = desk;
        this.prefix = prefix;
    }

    /** 并入另一张工单. */
    @PostMapping
    Mono<Rendering> merge(@PathVariable String number, @ModelAttribute MergeForm sent) {
        MergeRequest.Read read = new MergeRequest(sent.master(), List.of(number), sent.mergeReason()).read(prefix);
        return desk.merge(read.master(), read.duplicates(), read.reason()).thenReturn(page(number));
    }

    /** 撤销, from the page of either. */
    @DeleteMapping("/{id}")
    Mono<Rendering> undo(@PathVariable String number, @PathVariable String id) {
        return desk.undo(id).thenReturn(page(number));
    }

    private static Rendering page(String number) {
        return Rendering.redirectTo("/tickets/" + number).build();
    }

    record MergeForm(@Nullable String master, @Nullable String mergeReason) {}
}
