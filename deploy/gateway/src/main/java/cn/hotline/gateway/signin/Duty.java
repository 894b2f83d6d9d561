package cn.hotline.gateway.signin;

import java.util.Map;
import java.util.stream.Collectors;

/** What somebody is at the hotline to do, in words. */
public final class Duty {

    private static final Map<String, String> ROLES = Map.of(
            "OPERATOR", "话务员",
            "DISPATCHER", "派单员",
            "UNIT", "承办单位",
            "REVISITOR", "回访员",
            "SUPERVISOR", "督办员",
            "CITY_OFFICE", "市政府办",
            "ADMIN", "系统管理员",
            "AUDITOR", "审计员",
            "PARTNER", "合作单位");

    private Duty() {}

    /** Such as 话务员, or 城西区政府 for whoever works at a unit. Roles that are none of ours are left out. */
    public static String of(Session session) {
        if (session.unit() != null) {
            return session.unitName() == null ? session.unit() : session.unitName();
        }
        return session.roles().stream()
                .map(role -> ROLES.getOrDefault(role, ""))
                .filter(term -> !term.isEmpty())
                .collect(Collectors.joining("、"));
    }
}
