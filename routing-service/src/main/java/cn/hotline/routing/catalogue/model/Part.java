package cn.hotline.routing.catalogue.model;

import cn.hotline.routing.classification.model.CategorySuggestion;

/** One of several requests in one text, with what it seems to be about. */
public record Part(String text, CategorySuggestion category) {}
