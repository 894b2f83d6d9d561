package cn.hotline.intake.registration.model;

import cn.hotline.chassis.PersonalData;
import cn.hotline.intake.callers.model.Identity;
import org.jspecify.annotations.Nullable;

/**
 * 诉求人: who asks, as everybody sees them. Who they really are is {@link Sealed}; the other services know the token.
 *
 * @param name masked: {@code 王**}
 * @param phone masked: {@code 138****6627}
 * @param token random, the same for every contact from one number; null without a number
 */
public record Caller(
        @Nullable String name,
        @Nullable String phone,
        @Nullable String token,
        Wishes wishes) {

    public static Caller of(Identity identity, Wishes wishes, @Nullable String token) {
        return new Caller(
                identity.name() == null
                        ? null
                        : PersonalData.maskName(identity.name().strip()),
                identity.phone() == null ? null : identity.phone().masked(),
                token,
                wishes);
    }

    /**
     * 诉求人意愿: how the caller wishes to be treated.
     *
     * @param confidential the responsible unit is not to learn who it is (要求保密)
     * @param reply they wish to hear the result
     */
    public record Wishes(boolean anonymous, boolean confidential, boolean reply) {}
}
