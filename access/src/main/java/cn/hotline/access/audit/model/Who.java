package cn.hotline.access.audit.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody, as they were when they acted: people change units and roles, what is written down does not.
 *
 * @param account empty where nobody was signed in
 * @param name a person's name; empty where nobody was signed in
 * @param roles in alphabetical order; empty where nobody was signed in
 * @param unit code of their unit; null for people of the hotline itself
 * @param position their place in that unit; null without a unit
 * @param address where the request came from, as the gateway saw it
 */
public record Who(
        String tenant,
        String account,
        String name,
        List<String> roles,
        @Nullable String unit,
        @Nullable String position,
        String address) {

    public Who {
        roles = roles.stream().sorted().toList();
    }
}
