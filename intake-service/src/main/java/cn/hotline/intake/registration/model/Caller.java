package cn.hotline.intake.registration.model;

import cn.hotline.chassis.PersonalData;
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
        @Nullable String phone,
        @Nullable String token,
        boolean anonymous,
        boolean confidential,
        boolean wantsReply) {

    /** The text without the caller's own name and number, nor anything else that looks personal. */
    public String mask(String text) {
        String masked = text;
        if (phone != null && phone.length() >= 5) {
            masked = masked.replace(phone, PersonalData.maskPhone(phone));
        }
        if (name != null && name.codePointCount(0, name.length()) >= 2) {
            masked = masked.replace(name, PersonalData.maskName(name));
        }
        return PersonalData.mask(masked);
    }
}
