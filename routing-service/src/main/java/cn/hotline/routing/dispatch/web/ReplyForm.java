package cn.hotline.routing.dispatch.web;

import cn.hotline.chassis.ChassisWiring;
import cn.hotline.chassis.Refusal.General;
import cn.hotline.chassis.Refused;
import cn.hotline.chassis.Refused.FieldError;
import cn.hotline.routing.dispatch.web.DispatchRequests.ReplyRequest;
import cn.hotline.ui.Choice;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** The reply as the inbox's form sends it: the same as the interface takes, in a form's own words. */
final class ReplyForm {

    static final List<Choice> CONTACT = List.of(Choice.of("true", "已联系来电人"), Choice.of("false", "未联系"));
    static final List<Choice> TRUTH = List.of(Choice.of("true", "属实"), Choice.of("false", "不属实"), Choice.of("", "不适用"));

    private ReplyForm() {}

    static ReplyRequest of(MultiValueMap<String, String> form) {
        return new ReplyRequest(
                flag(form.getFirst("verified")),
                flag(form.getFirst("contacted")),
                time(form.getFirst("contactedAt")),
                form.getFirst("outcome"),
                form.getFirst("account"),
                form.getFirst("publicReply"));
    }

    private static @Nullable Boolean flag(@Nullable String sent) {
        return sent == null || sent.isEmpty() ? null : Boolean.valueOf(sent);
    }

    private static @Nullable Instant time(@Nullable String sent) {
        if (sent == null || sent.isBlank()) {
            return null;
        }
        try {
            return LocalDateTime.parse(sent).atZone(ChassisWiring.ZONE).toInstant();
        } catch (DateTimeException notATime) {
            throw new Refused(General.INVALID, List.of(new FieldError("contactedAt", "联系时间应为年月日和时分")));
        }
    }
}
