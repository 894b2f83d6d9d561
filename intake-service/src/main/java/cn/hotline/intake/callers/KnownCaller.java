package cn.hotline.intake.callers;

import cn.hotline.intake.callers.model.PhoneNumber;
import cn.hotline.intake.callers.model.Seal;
import org.jspecify.annotations.Nullable;

/**
 * A caller with the key of theirs in hand.
 *
 * @param token random; says nothing about who it is
 * @param phone null for somebody without a number, whom one ticket knows
 */
public record KnownCaller(String token, Seal seal, @Nullable PhoneNumber phone) {}
