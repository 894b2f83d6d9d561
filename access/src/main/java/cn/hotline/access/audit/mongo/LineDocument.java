package cn.hotline.access.audit.mongo;

import cn.hotline.access.audit.model.Anchor;
import cn.hotline.access.audit.model.RegisterLine;
import cn.hotline.access.audit.model.RegisterLine.Kind;
import java.time.Instant;
import java.util.Arrays;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;

/** A line of the register as it is stored: {@code {_id: 12, at, kind, chain, records, head, hash}}. */
final class LineDocument {

    /** A hash that no line has. */
    private static final String NONE = "";

    private LineDocument() {}

    static BsonInt64 id(long sequence) {
        return new BsonInt64(sequence);
    }

    static BsonDocument of(RegisterLine line) {
        return new BsonDocument("_id", id(line.sequence()))
                .append("at", new BsonDateTime(line.at().toEpochMilli()))
                .append("kind", new BsonString(line.kind().name()))
                .append("chain", new BsonString(line.reached().chain()))
                .append("records", new BsonInt64(line.reached().sequence()))
                .append("head", new BsonString(line.reached().hash()))
                .append("hash", new BsonString(line.hash()));
    }

    /** As {@link RecordDocument#link}: a line that was tampered with comes with a hash that fits nothing. */
    static RegisterLine line(BsonDocument document) {
        RegisterLine line = new RegisterLine(
                number(document, "_id"),
                Instant.ofEpochMilli(
                        document.isDateTime("at") ? document.getDateTime("at").getValue() : 0),
                kind(text(document, "kind")),
                new Anchor(text(document, "chain"), number(document, "records"), text(document, "head")),
                text(document, "hash"));
        return of(line).equals(document)
                ? line
                : new RegisterLine(line.sequence(), line.at(), line.kind(), line.reached(), NONE);
    }

    private static Kind kind(String name) {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElse(Kind.OPENED);
    }

    private static long number(BsonDocument document, String field) {
        return document.isNumber(field) ? document.getNumber(field).longValue() : 0;
    }

    private static String text(BsonDocument document, String field) {
        return document.isString(field) ? document.getString(field).getValue() : "";
    }
}
