package cn.hotline.routing.unitsystem.web;

import cn.hotline.chassis.web.Fields;
import cn.hotline.routing.unitsystem.UnitSystemDesk.Asked;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads what somebody registers. */
public final class SystemRequests {

    private static final int ACCOUNT = 100;
    private static final int URL = 500;

    private final Predicate<String> mayLeadTo;

    /** @param mayLeadTo whether a webhook may have that address */
    public SystemRequests(Predicate<String> mayLeadTo) {
        this.mayLeadTo = mayLeadTo;
    }

    /** @throws cn.hotline.chassis.Refused when anything is at fault */
    Asked asked(String unit, SystemRequest sent) {
        Fields fields = new Fields();
        String account = fields.optional("account", sent.account(), ACCOUNT);
        fields.check(account == null || account.matches("[A-Za-z0-9._@-]+"), "account", "账号只能是字母、数字和 . _ @ -");
        String url = sent.webhook() == null
                ? null
                : fields.required("webhook.url", sent.webhook().url(), URL);
        fields.check(url == null || url.isEmpty() || mayLeadTo.test(url), "webhook.url", "回调地址应以 https:// 开头，且不能指向本机");
        fields.refuseFaults();
        return new Asked(
                account == null ? "unit-" + unit + "-system" : account, Boolean.TRUE.equals(sent.kafka()), url);
    }

    /**
     * @param account the system's own, in whose name it acts; absent for {@code unit-<code>-system}
     * @param kafka whether it gets a line to the broker
     */
    record SystemRequest(
            @Nullable String account,
            @Nullable Boolean kafka,
            @Nullable WebhookRequest webhook) {}

    record WebhookRequest(@Nullable String url) {}
}
