package cn.hotline.routing.classification.model;

import java.util.List;

/** Why an appeal wants a restricted view: the kind of danger, and the words that show it. */
public record SensitiveMark(String code, String term, List<String> evidence) {}
