package cn.hotline.access.audit.mongo;

import cn.hotline.access.audit.model.Anchor;
import cn.hotline.access.audit.model.Entry;
import cn.hotline.access.audit.model.Link;
import cn.hotline.access.audit.model.Outcome;
import cn.hotline.access.audit.model.Who;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bson.BsonArray;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/**
 * A record as it is stored:
 * {@code {_id: "chain:000000012", at, tenant, who: [account, name], roles, unit, position, address, action, subject,
 * reason, outcome, hash}}.
 */
final class RecordDocument {

    /** A hash that no record has. */
    private static final String NONE = "";

    private RecordDocument() {}

    static String id(Anchor place) {
        String digits = Long.toString(place.sequence());
        return place.chain() + ":" + "0".repeat(Math.max(0, 9 - digits.length())) + digits;
    }

    static BsonDocument of(Link link) {
        Entry entry = link.entry();
        Who who = entry.who();
        return new BsonDocument("_id", new BsonString(id(link.head())))
                .append("at", new BsonDateTime(entry.at().toEpochMilli()))
                .append("tenant", new BsonString(who.tenant()))
                .append("who", new BsonArray(List.of(new BsonString(who.account()), new BsonString(who.name()))))
                .append(
                        "roles",
                        new BsonArray(who.roles().stream().map(BsonString::new).toList()))
                .append("unit", string(who.unit()))
                .append("position", string(who.position()))
                .append("address", new BsonString(who.address()))
                .append("action", new BsonString(entry.action()))
                .append("subject", new BsonString(entry.subject()))
                .append("reason", string(entry.reason()))
                .append("outcome", new BsonString(entry.outcome().name()))
                .append("hash", new BsonString(link.hash()));
    }

    /**
     * What is stored, whatever it is: a document that is not exactly what is written for its content, having been
     * tampered with, comes with a hash that fits nothing.
     */
    static Link link(BsonDocument document) {
        List<BsonValue> who = array(document, "who");
        Entry entry = new Entry(
                Instant.ofEpochMilli(
                        document.isDateTime("at") ? document.getDateTime("at").getValue() : 0),
                new Who(
                        text(document, "tenant"),
                        text(who, 0),
                        text(who, 1),
                        array(document, "roles").stream()
                                .map(RecordDocument::text)
                                .toList(),
                        optional(document, "unit"),
                        optional(document, "position"),
                        text(document, "address")),
                text(document, "action"),
                text(document, "subject"),
                optional(document, "reason"),
                outcome(text(document, "outcome")));
        String id = text(document, "_id");
        int colon = id.lastIndexOf(':');
        String digits = id.substring(colon + 1);
        Link link = colon > 0 && digits.matches("\\d{9,18}")
                ? new Link(id.substring(0, colon), Long.parseLong(digits), entry, text(document, "hash"))
                : new Link(id, 0, entry, NONE);
        return of(link).equals(document) ? link : new Link(link.chain(), link.sequence(), entry, NONE);
    }

    private static Outcome outcome(String name) {
        return Arrays.stream(Outcome.values())
                .filter(outcome -> outcome.name().equals(name))
                .findFirst()
                .orElse(Outcome.DENIED);
    }

    private static BsonValue string(@Nullable String text) {
        return text == null ? BsonNull.VALUE : new BsonString(text);
    }

    private static List<BsonValue> array(BsonDocument document, String field) {
        return document.isArray(field) ? document.getArray(field) : List.of();
    }

    private static String text(List<BsonValue> values, int index) {
        return index < values.size() ? text(values.get(index)) : "";
    }

    private static String text(BsonValue value) {
        return value.isString() ? value.asString().getValue() : "";
    }

    private static String text(BsonDocument document, String field) {
        return Optional.ofNullable(optional(document, field)).orElse("");
    }

    private static @Nullable String optional(BsonDocument document, String field) {
        return document.isString(field) ? document.getString(field).getValue() : null;
    }
}
