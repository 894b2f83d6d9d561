package cn.hotline.reporting;

import cn.hotline.followup.contract.FollowupEvent.ExclusionRevoked;
import cn.hotline.followup.contract.FollowupEvent.RevisitAttempted;
import cn.hotline.followup.contract.FollowupEvent.RevisitRecorded;
import cn.hotline.followup.contract.FollowupEvent.SupervisionAnswered;
import cn.hotline.followup.contract.FollowupEvent.SupervisionIssued;
import cn.hotline.followup.contract.FollowupEvent.SupervisionLifted;
import cn.hotline.followup.contract.FollowupEvent.TicketClosed;
import cn.hotline.followup.contract.FollowupEvent.TicketEscalated;
import cn.hotline.followup.contract.FollowupEvent.TicketExcluded;
import cn.hotline.followup.contract.FollowupEvent.TicketReopened;
import cn.hotline.followup.contract.FollowupEvent.UrgeIssued;
import cn.hotline.intake.contract.IntakeEvent;
import cn.hotline.intake.contract.IntakeEvent.CallRecorded;
import cn.hotline.intake.contract.IntakeEvent.Hazard;
import cn.hotline.intake.contract.IntakeEvent.Matter;
import cn.hotline.intake.contract.IntakeEvent.MergeUndone;
import cn.hotline.intake.contract.IntakeEvent.Registration;
import cn.hotline.intake.contract.IntakeEvent.TicketAnsweredDirectly;
import cn.hotline.intake.contract.IntakeEvent.TicketCorrected;
import cn.hotline.intake.contract.IntakeEvent.TicketMerged;
import cn.hotline.intake.contract.IntakeEvent.TicketRegistered;
import cn.hotline.intake.contract.IntakeEvent.TicketRejected;
import cn.hotline.intake.contract.IntakeEvent.TicketSupplemented;
import cn.hotline.intake.contract.IntakeEvent.TicketTransferredOut;
import cn.hotline.intake.contract.IntakeEvent.TicketUrged;
import cn.hotline.intake.contract.IntakeEvent.TicketWithdrawn;
import cn.hotline.routing.contract.RoutingEvent;
import cn.hotline.routing.contract.RoutingEvent.Deadlines;
import cn.hotline.routing.contract.RoutingEvent.ReplyDecided;
import cn.hotline.routing.contract.RoutingEvent.Rule;
import cn.hotline.routing.contract.RoutingEvent.TicketAcknowledged;
import cn.hotline.routing.contract.RoutingEvent.TicketClassified;
import cn.hotline.routing.contract.RoutingEvent.TicketDispatched;
import cn.hotline.routing.contract.RoutingEvent.TicketReplied;
import cn.hotline.routing.contract.RoutingEvent.Unit;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Events as the other services would tell them: what a test does not name is ordinary. */
public final class Told {

    public static final LocalDate DAY = LocalDate.of(2024, 6, 18);
    public static final Instant TEN = at(DAY, 10, 0);
    public static final Unit EAST = new Unit("630102", "城东区政府");

    private static final String NOISE = "EE-NOISE";

    private Told() {}

    /** An instant by the hotline's clock. */
    public static Instant at(LocalDate day, int hour, int minute) {
        return day.atTime(hour, minute).atZone(ZoneId.of("Asia/Shanghai")).toInstant();
    }

    /** A contact through a channel; family as intake would say. */
    public static Contact through(String channel) {
        String family =
                switch (channel) {
                    case "PHONE" -> "CALL";
                    case "EMERGENCY_BUREAU", "FIRE_BRIGADE" -> "HAZARD_BODY";
                    case "WALK_IN" -> "WALK_IN";
                    case "GRID_WORKER" -> "PARTNER";
                    default -> "WEB";
                };
        return new Contact(channel, family, null, "c-1", NOISE, null, null, TEN);
    }

    public static Contact phone() {
        return through("PHONE");
    }

    public static CallRecorded call(String id, Instant startedAt, String outcome, String... tickets) {
        return new CallRecorded(
                id,
                "12345",
                startedAt,
                startedAt.plusSeconds(180),
                outcome,
                List.of(tickets),
                startedAt.plusSeconds(200));
    }

    public static TicketCorrected corrected(String number, String category) {
        return new TicketCorrected(number, phone().of(category).matter(), "来电人补充说明", TEN.plus(Duration.ofMinutes(20)));
    }

    public static TicketSupplemented supplemented(String number, int count) {
        return new TicketSupplemented(number, "又听到施工", null, count, null, "operator", TEN.plusSeconds(1_000L + count));
    }

    public static TicketUrged pressedByCaller(String number, int count) {
        return new TicketUrged(number, "何时处理", count, null, "operator", TEN.plusSeconds(1_100L + count));
    }

    public static TicketWithdrawn withdrawn(String number) {
        return new TicketWithdrawn(number, "已停工", "operator", TEN.plusSeconds(1_200));
    }

    public static TicketMerged merged(String number, String master) {
        return new TicketMerged(number, master, "m-1", "同一工地", "operator", TEN.plusSeconds(900));
    }

    public static MergeUndone mergeUndone(String number, String master) {
        return new MergeUndone(number, master, "m-1", "operator", TEN.plusSeconds(1_300));
    }

    public static UrgeIssued urged(String number, Instant at) {
        return new UrgeIssued(number, number + "-1", EAST.code(), "请抓紧办理", at.plusSeconds(86_400), "AUTO", at);
    }

    public static SupervisionIssued supervised(String number, Instant at) {
        return new SupervisionIssued(number, number + "-2", EAST.code(), "请说明原因", at.plusSeconds(86_400), "AUTO", at);
    }

    public static SupervisionAnswered supervisionAnswered(String number, Instant at) {
        return new SupervisionAnswered(number, number + "-2", EAST.code(), true, "unit-630102", at);
    }

    public static SupervisionLifted supervisionLifted(String number, int which, Instant at) {
        return new SupervisionLifted(number, number + "-" + which, EAST.code(), "AUTO", at);
    }

    public static TicketEscalated escalated(String number, Instant at) {
        return new TicketEscalated(number, "REWORKS", "已退回重办 3 次", "AUTO", at);
    }

    public static TicketClassified classified(String number, String category, String group) {
        return classified(number, category, group, null);
    }

    public static TicketClassified classified(
            String number, String category, String group, RoutingEvent.@Nullable Place place) {
        return new TicketClassified(
                number,
                category,
                group,
                group,
                "GENERAL",
                place,
                0.9,
                List.of("夜间施工"),
                List.of(new RoutingEvent.Tag("NIGHT", "夜间", List.of("夜间"))),
                "lexicon 2026.1",
                TEN.plusSeconds(1));
    }

    public static RoutingEvent.Place community(String code, String name) {
        return new RoutingEvent.Place("630102", "城东区", code.substring(0, 9), "清真巷街道", code, name);
    }

    public static TicketDispatched dispatched(String number, String category, String group) {
        Deadlines deadlines = new Deadlines(
                TEN.plus(Duration.ofHours(4)), TEN.plus(Duration.ofDays(1)), TEN.plus(Duration.ofDays(7)));
        return new TicketDispatched(
                number,
                EAST,
                List.of(),
                category,
                group,
                "GENERAL",
                new Rule("noise-county", "2026.1", "噪音由所在区县政府办理"),
                deadlines,
                deadlines,
                "AUTO",
                TEN.plusSeconds(2));
    }

    public static TicketAcknowledged acknowledged(String number) {
        return new TicketAcknowledged(number, EAST, TEN.plus(Duration.ofHours(1)));
    }

    public static TicketReplied replied(String number, Instant at) {
        return new TicketReplied(
                number, EAST, true, true, at, "SOLVED", "已要求工地夜间停工。", true, null, null, "unit-630102", at);
    }

    public static ReplyDecided replyDecided(String number, boolean accepted, Instant at) {
        return new ReplyDecided(number, accepted, accepted ? null : "没有写明何时办的", "AUTO", at);
    }

    public static RevisitAttempted attempted(String number, Instant at) {
        return new RevisitAttempted(number, "NO_ANSWER", 1, at.plus(Duration.ofDays(1)), at);
    }

    public static RevisitRecorded revisited(String number, int round, String satisfaction, Instant at) {
        return new RevisitRecorded(number, EAST.code(), true, "YES", satisfaction, null, round, at);
    }

    public static TicketReopened reopened(String number, Instant at) {
        return new TicketReopened(number, "夜里仍在施工", 2, at);
    }

    public static TicketClosed closed(String number, Instant at) {
        return new TicketClosed(number, "REVISITED", at);
    }

    public static TicketExcluded excluded(String number, Instant at) {
        return new TicketExcluded(
                number,
                number + "-1",
                EAST.code(),
                "IN_PROCEDURE",
                "法院已立案，不再重复办理。",
                at.plus(Duration.ofDays(30)),
                "revisitor",
                "supervisor",
                at);
    }

    public static ExclusionRevoked countedAgain(String number, Instant at) {
        return new ExclusionRevoked(number, number + "-1", EAST.code(), "诉求人已撤诉，应当回访。", "office", at);
    }

    /** How somebody reached the hotline and what about; made into one of intake's events. */
    public record Contact(
            String channel,
            String family,
            @Nullable String callId,
            @Nullable String caller,
            @Nullable String category,
            @Nullable String hazard,
            @Nullable String division,
            Instant receivedAt) {

        public Contact in(String call) {
            return new Contact(channel, family, call, caller, category, hazard, division, receivedAt);
        }

        public Contact by(@Nullable String token) {
            return new Contact(channel, family, callId, token, category, hazard, division, receivedAt);
        }

        public Contact of(@Nullable String code) {
            return new Contact(channel, family, callId, caller, code, hazard, division, receivedAt);
        }

        public Contact hazard(String kind) {
            return new Contact(channel, family, callId, caller, category, kind, division, receivedAt);
        }

        public Contact from(String code) {
            return new Contact(channel, family, callId, caller, category, hazard, code, receivedAt);
        }

        public Contact receivedAt(Instant at) {
            return new Contact(channel, family, callId, caller, category, hazard, division, at);
        }

        public TicketRegistered registered(String number) {
            return new TicketRegistered(number, registration(), receivedAt);
        }

        /** Registered, for named people only. */
        public TicketRegistered confidential(String number) {
            return new TicketRegistered(number, registration(true), receivedAt);
        }

        public TicketAnsweredDirectly answered(String number) {
            return new TicketAnsweredDirectly(number, registration(), "已告知办理时间和地点。", null, receivedAt);
        }

        public TicketRejected rejected(String number) {
            return new TicketRejected(number, registration(), "已进入诉讼程序", receivedAt);
        }

        public TicketTransferredOut transferredOut(String number) {
            return new TicketTransferredOut(number, registration(), "需 119 立即处置", receivedAt);
        }

        Matter matter() {
            return new Matter(
                    "COMPLAINT",
                    "夜间施工扰民",
                    "小区旁工地夜里十一点后仍在施工。",
                    new IntakeEvent.Place("夏都大街附近", division, null, null),
                    category,
                    null,
                    hazard == null ? null : new Hazard(hazard, "GENERAL"),
                    null);
        }

        private Registration registration() {
            return registration(false);
        }

        private Registration registration(boolean confidential) {
            return new Registration(
                    channel, family, callId, caller, caller == null, confidential, true, matter(), receivedAt, null);
        }
    }
}
