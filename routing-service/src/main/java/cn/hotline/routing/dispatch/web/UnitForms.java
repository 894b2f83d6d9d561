package cn.hotline.routing.dispatch.web;

import cn.hotline.chassis.ChassisWiring;
import cn.hotline.chassis.Refusal.General;
import cn.hotline.chassis.Refused;
import cn.hotline.chassis.Refused.FieldError;
import cn.hotline.chassis.Termed;
import cn.hotline.routing.dispatch.model.Contact;
import cn.hotline.routing.dispatch.model.ReturnGround;
import cn.hotline.routing.dispatch.web.DispatchRequests.CoUnitsRequest;
import cn.hotline.routing.dispatch.web.DispatchRequests.HelpEndRequest;
import cn.hotline.routing.dispatch.web.UnitRequests.ContactRequest;
import cn.hotline.routing.dispatch.web.UnitRequests.ExtensionRequest;
import cn.hotline.routing.dispatch.web.UnitRequests.OverrideRequest;
import cn.hotline.routing.dispatch.web.UnitRequests.PassDownRequest;
import cn.hotline.routing.dispatch.web.UnitRequests.ReplyRequest;
import cn.hotline.routing.dispatch.web.UnitRequests.ReturnRequest;
import cn.hotline.routing.dispatch.web.UnitRequests.WhistleRequest;
import cn.hotline.ui.Choice;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** What the inbox's forms send: the same as the interface takes, in a form's own words. */
final class UnitForms {

    static final List<Choice> CONTACTED = List.of(Choice.of("true", "已联系来电人"), Choice.of("false", "未联系"));
    static final List<Choice> TRUTH = List.of(Choice.of("true", "属实"), Choice.of("false", "不属实"), Choice.of("", "不适用"));

    static final List<Choice> METHODS = choices(Contact.Method.values());
    static final List<Choice> GROUNDS = choices(ReturnGround.values());

    private UnitForms() {}

    static ContactRequest contact(MultiValueMap<String, String> form) {
        return new ContactRequest(form.getFirst("method"), time("at", form.getFirst("at")), form.getFirst("note"));
    }

    static ReturnRequest sendBack(MultiValueMap<String, String> form) {
        return new ReturnRequest(
                form.getFirst("ground"), form.getFirst("shouldBe"), form.getFirst("basis"), form.get("attachments"));
    }

    static ReplyRequest reply(MultiValueMap<String, String> form) {
        return new ReplyRequest(
                flag(form.getFirst("verified")),
                flag(form.getFirst("contacted")),
                time("contactedAt", form.getFirst("contactedAt")),
                form.getFirst("outcome"),
                form.getFirst("account"),
                form.getFirst("publicReply"),
                form.get("attachments"),
                override(form.getFirst("override.reason")));
    }

    private static @Nullable OverrideRequest override(@Nullable String reason) {
        return reason == null || reason.isBlank() ? null : new OverrideRequest(reason);
    }

    static ExtensionRequest extension(MultiValueMap<String, String> form) {
        String days = form.getFirst("days");
        return new ExtensionRequest(
                days != null && days.matches("[0-9]{1,3}") ? Integer.valueOf(days) : null,
                form.getFirst("reason"),
                form.getFirst("interim"));
    }

    static CoUnitsRequest help(MultiValueMap<String, String> form) {
        List<String> units = form.getOrDefault("units", List.of()).stream()
                .filter(code -> !code.isBlank())
                .toList();
        return new CoUnitsRequest(units, time("by", form.getFirst("by")), form.getFirst("note"));
    }

    static HelpEndRequest endHelp(MultiValueMap<String, String> form) {
        return new HelpEndRequest(form.getFirst("unit"), form.getFirst("reason"));
    }

    static PassDownRequest passDown(MultiValueMap<String, String> form) {
        return new PassDownRequest(form.getFirst("unit"), form.getFirst("note"));
    }

    static WhistleRequest whistle(MultiValueMap<String, String> form) {
        List<String> departments = form.getOrDefault("departments", List.of()).stream()
                .filter(code -> !code.isBlank())
                .toList();
        return new WhistleRequest(departments, time("by", form.getFirst("by")), form.getFirst("note"));
    }

    static @Nullable LocalDate day(String field, @Nullable String sent) {
        if (sent == null || sent.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(sent);
        } catch (DateTimeException notADay) {
            throw new Refused(General.INVALID, List.of(new FieldError(field, "日期应为年月日")));
        }
    }

    private static @Nullable Boolean flag(@Nullable String sent) {
        return sent == null || sent.isEmpty() ? null : Boolean.valueOf(sent);
    }

    private static @Nullable Instant time(String field, @Nullable String sent) {
        if (sent == null || sent.isBlank()) {
            return null;
        }
        try {
            return LocalDateTime.parse(sent).atZone(ChassisWiring.ZONE).toInstant();
        } catch (DateTimeException notATime) {
            throw new Refused(General.INVALID, List.of(new FieldError(field, "联系时间应为年月日和时分")));
        }
    }

    private static List<Choice> choices(Termed... codes) {
        return Arrays.stream(codes)
                .map(code -> Choice.of(code.name(), code.term()))
                .toList();
    }
}
