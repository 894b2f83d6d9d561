package cn.hotline.access.audit.web;

import cn.hotline.access.Position;
import cn.hotline.access.Role;
import cn.hotline.access.audit.model.Link;
import cn.hotline.access.audit.model.Who;
import cn.hotline.chassis.Termed;
import cn.hotline.chassis.Termed.Coded;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One record as an auditor reads it. */
record RecordView(
        Instant at,
        WhoView who,
        Coded action,
        String subject,
        @Nullable String reason,
        Coded outcome,
        String chain,
        long sequence,
        String hash) {

    static RecordView of(Link link, ActionTerms terms) {
        return new RecordView(
                link.entry().at(),
                WhoView.of(link.entry().who()),
                terms.of(link.entry().action()),
                link.entry().subject(),
                link.entry().reason(),
                Coded.of(link.entry().outcome()),
                link.chain(),
                link.sequence(),
                link.hash());
    }

    /** @param account empty where nobody was signed in */
    record WhoView(
            String account,
            String name,
            List<Coded> roles,
            @Nullable String unit,
            @Nullable Coded position,
            String address) {

        static WhoView of(Who who) {
            return new WhoView(
                    who.account(),
                    who.name(),
                    who.roles().stream().map(role -> coded(role, Role.values())).toList(),
                    who.unit(),
                    who.position() == null ? null : coded(who.position(), Position.values()),
                    who.address());
        }

        /** Records outlive the roles of today. */
        private static Coded coded(String code, Termed[] known) {
            return Arrays.stream(known)
                    .filter(value -> value.name().equals(code))
                    .map(Coded::of)
                    .findFirst()
                    .orElseGet(() -> new Coded(code, code));
        }
    }
}
