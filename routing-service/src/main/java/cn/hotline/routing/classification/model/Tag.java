package cn.hotline.routing.classification.model;

import java.util.List;

/**
 * 标签: what an appeal has besides its class. People find appeals by it; it decides nothing.
 *
 * @param axis what the tag is about: 时空, 人群, 性质 or 治理
 * @param words of {@code tags.tsv} that gave it, as they stand in the text; none of them tells who somebody is
 */
public record Tag(String code, String axis, String term, List<String> words) {}
