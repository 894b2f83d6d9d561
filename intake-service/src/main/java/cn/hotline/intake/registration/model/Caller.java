package cn.hotline.intake.registration.model;

import cn.hotline.chassis.PersonalData;
import cn.hotline.intake.callers.model.PhoneNumber;
import org.jspecify.annotations.Nullable;

/**
 * 诉求人: who asks. Never leaves intake; the other services know the token.
 *
 * @param token random, the same for every contact from one number; null without a number
 * @param confidential the caller wishes that the responsible unit does not learn who it is (要求保密)
 * @param wantsReply the caller wishes to hear the result
 */
public record Caller(
        @Nullable String name,
        @Nullable PhoneNumber phone,
        @Nullable String token,
        boolean anonymous,
        boolean confidential,
        boolean wantsReply) {

    /** The same caller, known by a token. */
    public Caller known(String as) {
        return new Caller(name, phone, as, anonymous, confidential, wantsReply);
    }

    /** The text without the caller's own name and number, nor anything else that looks personal. */
    public String mask(String text) {
        String masked = phone == null ? text : phone.hiddenIn(text);
        if (name != null && name.codePointCount(0, name.length()) >= 2) {
            masked = masked.replace(name, PersonalData.maskName(name));
        }
        return PersonalData.mask(masked);
    }
}
