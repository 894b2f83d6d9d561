package cn.hotline.routing.catalogue;

import cn.hotline.routing.catalogue.model.Part;
import cn.hotline.routing.classification.Classifier;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Sees that a text holds two or more requests, so that each may become a ticket of its own. Offers it only where the
 * caller says so (另外、还有、一是…二是) and the parts are surely about classes of different departments: an offer
 * too many is a nuisance on every call, one too few costs a second dispatch.
 */
final class Splitter {

    /** Where another request begins. Numbers count only at the beginning of a sentence. */
    private static final Pattern NEXT = Pattern.compile(
            "(?<=[。；;！!？?\n，,]|^)\\s*(?:另外|此外|除此之外|还有一件事|还有一个问题|还有个事|还有就是|另一件事|另有一事|再一个|再就是"
                    + "|顺便|还有(?!人|一家|几|些|的|没有|可能)|再有|还想|还要反映|也想反映|也反映|同时反映|同时还反映|另反映|再反映|再说一个|第二件事|第二个问题|其次|[一二三四]是|[（(]?[1-9１-９][)）.、．](?!\\d))[，,：:]?");

    private static final int SHORTEST = 5;
    private static final int MOST = 5;
    private static final double SURE = 0.6;
    /** A part of so few letters has room for one telling word, which makes it half sure. */
    private static final int BRIEF = 20;

    private static final double SURE_OF_BRIEF = 0.5;

    private final Classifier classifier;

    Splitter(Classifier classifier) {
        this.classifier = classifier;
    }

    /** The parts; empty where the text is one request. */
    List<Part> parts(String content) {
        var requests = NEXT.splitAsStream(content)
                .map(String::strip)
                .filter(text -> text.length() >= SHORTEST)
                .toList();
        return requests.size() < 2 ? List.of() : partsOf(requests);
    }

    private List<Part> partsOf(List<String> requests) {
        var parts = new ArrayList<Part>();
        for (var text : requests) {
            classifier.classify(null, text).stream()
                    .findFirst()
                    .filter(best -> best.confidence() >= (text.length() <= BRIEF ? SURE_OF_BRIEF : SURE))
                    .filter(best -> parts.stream().noneMatch(other -> other.category()
                            .path()
                            .get(0)
                            .equals(best.path().get(0))))
                    .ifPresent(best -> parts.add(new Part(text, best)));
        }
        return parts.size() < 2 ? List.of() : List.copyOf(parts.subList(0, Math.min(MOST, parts.size())));
    }
}
