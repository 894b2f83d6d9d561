package cn.hotline.routing.unitsystem.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.hotline.chassis.Refused;
import cn.hotline.chassis.kafka.ParkedEvents;
import cn.hotline.chassis.kafka.ParkedEvents.Arrived;
import cn.hotline.routing.contract.UnitAct;
import cn.hotline.routing.unitsystem.ActDesk;
import cn.hotline.routing.unitsystem.ActDesk.Unusable;
import cn.hotline.routing.unitsystem.ActDesk.Written;
import cn.hotline.routing.unitsystem.model.OpenList;
import cn.hotline.routing.unitsystem.model.UnitSystemRefusal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What units' systems write. Whose a record is, is said by its topic, which nobody else may write. Whatever cannot be an
 * act is told to be none and laid aside; nothing waits for it.
 */
public final class HandlingActsIn {

    private static final String NUMBER = "[0-9A-Z-]{1,40}";
    private static final String ID = "[\\x21-\\x7e]{1,100}";
    private static final int LARGEST_ACT = 64 << 10;
    private static final int LARGEST_LIST = 1 << 20;

    private final ActDesk desk;
    private final ParkedEvents parked;
    private final JsonMapper json;

    public HandlingActsIn(ActDesk desk, ParkedEvents parked, JsonMapper json) {
        this.desk = desk;
        this.parked = parked;
        this.json = json;
    }

    public Mono<Void> handle(Arrived record) {
        String unit = record.topic().substring(UnitAct.TOPICS.length());
        String id = header(record, "ce_id", ID);
        String type = typeOf(record);
        String number = header(record, "ce_subject", NUMBER);
        boolean isList = UnitAct.OPEN_TICKETS.equals(type);
        Unusable asIs = new Unusable(unit, placeOf(record), number, id, type);
        OpenList list;
        try {
            refuseFaults(record, id, type, number, isList);
            list = isList ? json.readValue(record.body(), OpenList.Sent.class).read() : null;
        } catch (Refused unusable) {
            return refused(asIs, unusable, record);
        } catch (JacksonException unreadable) {
            return refused(asIs, new Refused(UnitSystemRefusal.ACT_UNREADABLE), record);
        }
        return desk.act(new Written(
                unit,
                id,
                type,
                isList ? null : number,
                record.body(),
                list,
                hash(type, number, isList ? record.body() : record.masked().body()),
                record.headers().get("traceparent")));
    }

    private void refuseFaults(
            Arrived record, @Nullable String id, @Nullable String type, @Nullable String number, boolean isList) {
        int largest = isList ? LARGEST_LIST : LARGEST_ACT;
        Refused.unless(record.body().length <= largest, UnitSystemRefusal.ACT_TOO_LARGE);
        Refused.unless(id != null, UnitSystemRefusal.ACT_WITHOUT_ID);
        Refused.unless(type != null, UnitSystemRefusal.ACT_UNKNOWN);
        Refused.unless(number != null || isList, UnitSystemRefusal.ACT_WITHOUT_TICKET);
        Refused.unless(json.readTree(record.body()).isObject(), UnitSystemRefusal.ACT_UNREADABLE);
    }

    /** Laid aside first: should we die in between, it comes again and is told of. */
    private Mono<Void> refused(Unusable what, Refused refused, Arrived record) {
        return parked.park(record.masked(), refused.reason().name()).then(desk.refuse(what, refused));
    }

    private static @Nullable String typeOf(Arrived record) {
        String type = record.headers().get("ce_type");
        return type != null && (UnitAct.WIRE_NAMES.containsKey(type) || type.equals(UnitAct.OPEN_TICKETS))
                ? type
                : null;
    }

    private static @Nullable String header(Arrived record, String name, String form) {
        String value = record.headers().get(name);
        return value != null && value.matches(form) ? value : null;
    }

    private static String placeOf(Arrived record) {
        return "record " + record.partition() + "-" + record.offset();
    }

    /** Of an act as it would be laid aside, so that it is the same one when it is driven again. */
    private static String hash(String type, @Nullable String number, byte[] body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((type + "\n" + number + "\n").getBytes(UTF_8));
            return HexFormat.of().formatHex(digest.digest(body));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
