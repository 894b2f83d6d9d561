package cn.hotline.routing.roster.model;

import cn.hotline.routing.units.model.Post;
import org.jspecify.annotations.Nullable;

/**
 * 人员: somebody who works in a unit.
 *
 * @param account as the identity provider knows them
 * @param phone of their office, never a private one; null when none is given
 */
public record Member(
        String account, String name, Post post, @Nullable String phone) {}
