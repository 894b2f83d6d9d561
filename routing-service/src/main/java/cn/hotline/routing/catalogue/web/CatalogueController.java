package cn.hotline.routing.catalogue.web;

import cn.hotline.access.Person;
import cn.hotline.chassis.Refusal.General;
import cn.hotline.chassis.Refused;
import cn.hotline.chassis.Termed.Coded;
import cn.hotline.routing.catalogue.CatalogueDesk;
import cn.hotline.routing.catalogue.model.CatalogueEntry;
import cn.hotline.routing.catalogue.model.CatalogueVersion;
import cn.hotline.routing.catalogue.model.Difference;
import cn.hotline.routing.catalogue.model.Draft;
import cn.hotline.routing.catalogue.web.CatalogueRequests.EntryRequest;
import cn.hotline.routing.catalogue.web.EntryView.Names;
import cn.hotline.routing.classification.Categories;
import cn.hotline.routing.place.Divisions;
import cn.hotline.routing.units.Units;
import cn.hotline.routing.version.model.Editor;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** 派单目录 in all its versions, and the draft of the next one. */
@RestController
@RequestMapping("/api/v1/catalogue")
public final class CatalogueController {

    private static final String DRAFT = "draft";

    private final CatalogueDesk desk;
    private final CatalogueRequests requests;
    private final Names names;

    CatalogueController(
            CatalogueDesk desk, CatalogueRequests requests, Categories categories, Divisions divisions, Units units) {
        this.desk = desk;
        this.requests = requests;
        this.names = new Names(categories, divisions, units);
    }

    /** The version in force, or the one asked for; always whole. */
    @GetMapping
    Mono<ResponseEntity<VersionView>> catalogue(@RequestParam(required = false) @Nullable String version) {
        return version(version).map(this::shown);
    }

    /** Publishes a whole catalogue at once, on the version it was made of. */
    @PutMapping
    Mono<ResponseEntity<VersionView>> publish(
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody CatalogueRequest request) {
        long against = CatalogueRequests.edition(ifMatch);
        String reason = CatalogueRequests.reason(request.reason());
        List<CatalogueEntry> entries = requests.entries(request.items());
        return by(editor -> desk.publish(entries, reason, against, editor)).map(this::shown);
    }

    /** All that was ever published, the newest first. */
    @GetMapping("/versions")
    Mono<List<HeadView>> versions() {
        return desk.history().map(HeadView::of).collectList();
    }

    /** 恢复: publishes an old version anew. */
    @PostMapping("/versions/{number}/publication")
    Mono<ResponseEntity<VersionView>> publishAgain(
            @PathVariable String number,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody PublicationRequest request) {
        long against = ifMatch == null ? desk.current().number() : CatalogueRequests.edition(ifMatch);
        String reason = CatalogueRequests.reason(request.reason());
        return by(editor -> desk.publishAgain(number(number), reason, against, editor))
                .map(this::shown);
    }

    /** What differs between two versions, or a version and the draft; without bounds between what is in force and the draft. */
    @GetMapping("/differences")
    Mono<List<DifferenceView>> differences(
            @RequestParam(required = false) @Nullable String from, @RequestParam(defaultValue = DRAFT) String to) {
        return Mono.zip(entries(from), entries(to), Difference::between)
                .map(all -> all.stream().map(DifferenceView::of).toList());
    }

    @GetMapping("/draft")
    Mono<ResponseEntity<DraftView>> draft() {
        return desk.draft().map(this::shown);
    }

    /** The whole draft anew; with {@code If-Match} only on that edition of it. */
    @PutMapping("/draft")
    Mono<ResponseEntity<DraftView>> replace(
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody CatalogueRequest request) {
        Long edition = ifMatch == null ? null : (Long) CatalogueRequests.edition(ifMatch);
        List<CatalogueEntry> entries = requests.entries(request.items());
        return by(editor -> desk.replace(entries, edition, editor)).map(this::shown);
    }

    @DeleteMapping("/draft")
    Mono<ResponseEntity<DraftView>> discard() {
        return desk.discard().map(this::shown);
    }

    /** One entry of the draft, new or changed. */
    @PutMapping("/draft/entries/{rule}")
    Mono<ResponseEntity<DraftView>> put(@PathVariable String rule, @RequestBody EntryRequest request) {
        CatalogueEntry entry = requests.entry(request.named(rule));
        return by(editor -> desk.put(entry, editor)).map(this::shown);
    }

    @DeleteMapping("/draft/entries/{rule}")
    Mono<ResponseEntity<DraftView>> remove(@PathVariable String rule) {
        return by(editor -> desk.remove(rule, editor)).map(this::shown);
    }

    /** Publishes the draft; {@code If-Match} names the version it was compared with. */
    @PostMapping("/draft/publication")
    Mono<ResponseEntity<VersionView>> publishDraft(
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody PublicationRequest request) {
        long against = ifMatch == null ? desk.current().number() : CatalogueRequests.edition(ifMatch);
        String reason = CatalogueRequests.reason(request.reason());
        return by(editor -> desk.publish(reason, against, request.edition(), editor))
                .map(this::shown);
    }

    static <T> Mono<T> by(Function<Editor, Mono<T>> act) {
        return Person.current().flatMap(person -> act.apply(new Editor(person.account(), person.name())));
    }

    private Mono<CatalogueVersion> version(@Nullable String asked) {
        return asked == null || asked.isBlank()
                ? Mono.fromSupplier(desk::current)
                : Mono.defer(() -> desk.version(number(asked)));
    }

    /** 派单目录第 3 版, 派单目录草稿. */
    Mono<String> named(@Nullable String asked) {
        return DRAFT.equals(asked)
                ? Mono.just("派单目录草稿")
                : version(asked).map(version -> "派单目录第" + version.number() + "版");
    }

    Mono<List<CatalogueEntry>> entries(@Nullable String asked) {
        return DRAFT.equals(asked)
                ? desk.draft().map(draft -> draft.openedOn(desk.current()).entries())
                : version(asked).map(CatalogueVersion::entries);
    }

    static long number(String text) {
        if (!text.matches("\\d{1,9}")) {
            throw new Refused(General.NOT_FOUND);
        }
        return Long.parseLong(text);
    }

    private ResponseEntity<VersionView> shown(CatalogueVersion version) {
        List<EntryView> items = version.entries().stream().map(names::view).toList();
        return ResponseEntity.ok()
                .eTag(version.name())
                .body(new VersionView(version.name(), HeadView.of(version), items, 0, items.size(), items.size()));
    }

    private ResponseEntity<DraftView> shown(Draft draft) {
        CatalogueVersion current = desk.current();
        List<CatalogueEntry> entries = draft.openedOn(current).entries();
        return ResponseEntity.ok()
                .eTag(Long.toString(draft.edition()))
                .body(new DraftView(
                        draft.isOpen(),
                        draft.edition(),
                        draft.isOpen() ? draft.basedOn() : current.number(),
                        current.number(),
                        draft.by() == null ? null : draft.by().name(),
                        draft.at(),
                        Difference.between(current.entries(), entries).size(),
                        entries.stream().map(names::view).toList()));
    }

    record CatalogueRequest(
            @Nullable List<@Nullable EntryRequest> items,
            @Nullable String reason) {}

    /** @param edition of the draft that was looked at; absent for any */
    record PublicationRequest(
            @Nullable String reason, @Nullable Long edition) {}

    /** A list in one version, as lists are answered everywhere, and who published it when and why. */
    record VersionView(String version, HeadView published, List<EntryView> items, int page, int size, long total) {}

    /** @param again the old version it repeats; absent for one of its own */
    record HeadView(
            long number,
            Instant at,
            String account,
            String by,
            String reason,
            int entries,
            @Nullable Long again) {

        static HeadView of(CatalogueVersion version) {
            return new HeadView(
                    version.number(),
                    version.at(),
                    version.by().account(),
                    version.by().name(),
                    version.reason(),
                    version.entries().size(),
                    version.again());
        }
    }

    /**
     * @param open false when nobody changes anything: then it is what is in force
     * @param edition counts the draft's changes
     * @param changes how many entries differ from what is in force
     */
    record DraftView(
            boolean open,
            long edition,
            long basedOn,
            long current,
            @Nullable String by,
            @Nullable Instant at,
            int changes,
            List<EntryView> items) {}

    record DifferenceView(String rule, Coded kind, List<Difference.Field> fields) {

        static DifferenceView of(Difference difference) {
            return new DifferenceView(difference.id(), Coded.of(difference.kind()), difference.fields());
        }
    }
}
