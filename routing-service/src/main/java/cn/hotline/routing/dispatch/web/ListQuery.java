package cn.hotline.routing.dispatch.web;

import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What is asked of a list, as people and programs write it; the same words for pages, interface and files. {@link Lists}
 * reads them.
 *
 * @param list code of a list of whoever asks; null for all that is theirs
 * @param taken {@code mine} or {@code nobody}; null for whoever has it in hand
 * @param q words of the title, or beginning of a number
 * @param sort null for the usual order of the list
 */
record ListQuery(
        @Nullable String list,
        @Nullable String status,
        @Nullable String unit,
        @Nullable String due,
        @Nullable String urgency,
        @Nullable String taken,
        @Nullable String q,
        @Nullable String sort) {

    /** As a page is asked: of one tab, narrowed and sorted by the form above its list. */
    static ListQuery of(TicketList tab, MultiValueMap<String, String> parameters) {
        return new ListQuery(
                tab.name(),
                null,
                null,
                null,
                said(parameters, "urgency"),
                said(parameters, "taken"),
                said(parameters, "q"),
                said(parameters, "sort"));
    }

    /** The same of another list. */
    ListQuery in(TicketList other) {
        return new ListQuery(other.name(), status, unit, due, urgency, taken, q, sort);
    }

    /** Whether it asks for less than the whole list. */
    public boolean narrowed() {
        return urgency != null || taken != null || q != null;
    }

    /** For the address of a page. */
    public String asTab() {
        return parameters("tab");
    }

    /** For the address of the interface, and of files. */
    public String asList() {
        return parameters("list");
    }

    private String parameters(String listName) {
        UriComponentsBuilder address = UriComponentsBuilder.newInstance();
        add(address, listName, list);
        add(address, "urgency", urgency);
        add(address, "taken", taken);
        add(address, "q", q);
        add(address, "sort", sort);
        String query = address.encode().build().getQuery();
        return query == null ? "" : query;
    }

    private static void add(UriComponentsBuilder address, String name, @Nullable String value) {
        if (value != null) {
            address.queryParam(name, value);
        }
    }

    private static @Nullable String said(MultiValueMap<String, String> parameters, String name) {
        String value = parameters.getFirst(name);
        return value == null || value.isBlank() ? null : value.strip();
    }
}
