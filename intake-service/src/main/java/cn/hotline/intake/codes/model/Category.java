package cn.hotline.intake.codes.model;

import org.jspecify.annotations.Nullable;

/**
 * 诉求分类.
 *
 * @param parent term of the class above; null at the top
 */
public record Category(String code, @Nullable String parent, String term) {}
