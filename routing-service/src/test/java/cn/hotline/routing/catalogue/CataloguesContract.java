package cn.hotline.routing.catalogue;

import static cn.hotline.routing.catalogue.City.ADMIN;
import static cn.hotline.routing.catalogue.City.NOW;
import static cn.hotline.routing.catalogue.City.asked;
import static cn.hotline.routing.catalogue.City.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.hotline.chassis.Refusal.General;
import cn.hotline.chassis.Refused;
import cn.hotline.routing.catalogue.model.CatalogueEntry;
import cn.hotline.routing.catalogue.model.CatalogueVersion;
import cn.hotline.routing.catalogue.model.Draft;
import cn.hotline.routing.catalogue.model.Duty;
import cn.hotline.routing.catalogue.model.PlaceReach;
import cn.hotline.routing.catalogue.model.Scope;
import cn.hotline.routing.classification.model.Urgency;
import cn.hotline.routing.knowledge.model.Validity;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every keeper of catalogues does. */
abstract class CataloguesContract {

    private static final CatalogueEntry FULL = new CatalogueEntry(
            "N-1",
            new Scope("HC-FUND", PlaceReach.COUNTY, "630105", List.of("提取", "贷款")),
            new Duty("630100-FUND", List.of("@COUNTY"), true, "=某法", Urgency.SIMPLE),
            new Validity(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31)));

    abstract Catalogues empty();

    @Test
    void aVersionIsKeptAsItIs() {
        var catalogues = empty();
        var first = version(1, "甲", FULL, entry("N-2", "HC-TITLE", null, "630100-LAND"));

        assertThat(asked(catalogues.publish(first))).isTrue();

        assertThat(asked(catalogues.version(1))).isEqualTo(first);
        assertThat(asked(catalogues.version(2))).isNull();
    }

    @Test
    void aNumberIsTakenOnceAndTheSameSentTwiceIsOne() {
        var catalogues = empty();
        asked(catalogues.publish(version(1, "甲", FULL)));

        assertThat(asked(catalogues.publish(version(1, "甲", FULL)))).isTrue();
        assertThat(asked(catalogues.publish(version(1, "乙", FULL)))).isFalse();
        assertThat(asked(catalogues.version(1)).reason()).isEqualTo("甲");
    }

    @Test
    void theNewestIsToldToWhoeverHasAnOlderOne() {
        var catalogues = empty();
        for (long number = 1; number <= 11; number++) {
            asked(catalogues.publish(version(number, "甲", FULL)));
        }

        assertThat(asked(catalogues.newerThan(0)).number()).isEqualTo(11);
        assertThat(asked(catalogues.newerThan(11))).isNull();
        assertThat(asked(catalogues.history(2).collectList()))
                .extracting(CatalogueVersion::number)
                .containsExactly(11L, 10L);
    }

    @Test
    void aDraftIsChangedAsItIsNow() {
        var catalogues = empty();
        assertThat(asked(catalogues.draft())).isEqualTo(Draft.NONE);

        asked(catalogues.draft(draft -> draft.openedOn(version(1, "甲", FULL)).with(FULL, ADMIN, NOW)));
        Draft draft =
                asked(catalogues.draft(now -> now.with(entry("N-2", "HC-TITLE", null, "630100-LAND"), ADMIN, NOW)));

        assertThat(draft.edition()).isEqualTo(2);
        assertThat(draft.entries()).extracting(CatalogueEntry::id).containsExactly("N-1", "N-2");
        assertThat(asked(catalogues.draft())).isEqualTo(draft);
        assertThat(asked(catalogues.draft(Draft::ended)).isOpen()).isFalse();
    }

    @Test
    void aRefusedChangeLeavesTheDraftAsItIs() {
        var catalogues = empty();

        assertThatThrownBy(() -> asked(catalogues.draft(draft -> {
                    throw new Refused(General.VERSION_CONFLICT);
                })))
                .isInstanceOf(Refused.class);
        assertThat(asked(catalogues.draft())).isEqualTo(Draft.NONE);
    }

    static CatalogueVersion version(long number, String reason, CatalogueEntry... entries) {
        return new CatalogueVersion(number, List.of(entries), ADMIN, NOW, reason, number == 1 ? null : number - 1);
    }
}
