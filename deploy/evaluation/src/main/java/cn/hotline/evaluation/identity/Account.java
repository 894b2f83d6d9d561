package cn.hotline.evaluation.identity;

import cn.hotline.access.Position;
import cn.hotline.access.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may sign in, by hand or as a program.
 *
 * @param id what they type, such as {@code operator} or {@code unit-630104}
 * @param name an invented person's
 * @param roles codes of the roles they have
 * @param unit code of their unit; null for people of the hotline itself
 * @param unitName what it is called; null without a unit
 * @param position {@code CLERK}, {@code DEPUTY} or {@code HEAD}; null without a unit
 */
record Account(
        String id,
        String name,
        List<String> roles,
        @Nullable String unit,
        @Nullable String unitName,
        @Nullable String position) {

    /** End of the account of a unit's own system. */
    static final String SYSTEM = "-system";

    Account {
        roles = List.copyOf(roles);
    }

    /** Whether it is a unit's own system: nobody to have a duty, or a telephone. */
    boolean isSystem() {
        return id.endsWith(SYSTEM);
    }

    /** As the sign-in page explains them: 承办单位 城西区政府（负责人）. */
    public String duty() {
        String role = String.join(
                "、", roles.stream().map(code -> Role.valueOf(code).term()).toList());
        return unit == null ? role : unitName + "（" + Position.valueOf(position).term() + "）";
    }
}
