package cn.hotline.routing.classification.model;

import java.util.List;
import java.util.stream.Stream;

/** Why an appeal wants a restricted view: the kind of danger, and the words that show it. */
public record SensitiveMark(String code, String term, List<String> evidence) {

    /** The same mark, with what shows the other too. */
    public SensitiveMark with(SensitiveMark other) {
        return new SensitiveMark(
                code,
                term,
                Stream.concat(evidence.stream(), other.evidence.stream())
                        .distinct()
                        .toList());
    }
}
