package cn.hotline.routing.catalogue.model;

import cn.hotline.routing.knowledge.model.Validity;

/**
 * One line of the catalogue (派单目录条目): who answers for what, and from when to when that holds.
 *
 * @param id stable, never used again for another matter; every decision names it
 */
public record CatalogueEntry(String id, Scope scope, Duty duty, Validity validity) {}
