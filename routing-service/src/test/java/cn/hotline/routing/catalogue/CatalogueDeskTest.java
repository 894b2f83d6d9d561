package cn.hotline.routing.catalogue;

import static cn.hotline.routing.catalogue.City.ADMIN;
import static cn.hotline.routing.catalogue.City.asked;
import static cn.hotline.routing.catalogue.City.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.hotline.chassis.Cause;
import cn.hotline.chassis.Refusal;
import cn.hotline.chassis.Refusal.General;
import cn.hotline.chassis.Refused;
import cn.hotline.routing.catalogue.model.CatalogueRefusal;
import cn.hotline.routing.catalogue.model.CatalogueVersion;
import cn.hotline.routing.catalogue.model.Difference;
import cn.hotline.routing.catalogue.model.Draft;
import cn.hotline.routing.catalogue.model.UnitSuggestion;
import cn.hotline.routing.place.model.PlaceSuggestion;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class CatalogueDeskTest {

    private static final PlaceSuggestion NORTH = PlaceSuggestion.known("630105", "城北区", null, null, null, null);

    private final City city = new City();
    private final CatalogueDesk desk = city.desk;

    @Test
    void theFileThatComesWithTheServiceIsVersionOne() {
        assertThat(desk.current().number()).isEqualTo(1);
        assertThat(desk.current().entries()).hasSizeGreaterThan(60);
        assertThat(routed("HC-PROPERTY")).isEqualTo("630105 R-HC-PROPERTY 1");
    }

    @Test
    void aDraftCountsForNothingUntilItIsPublished() {
        asked(desk.put(entry("N-1", "HC-PROPERTY", "630105", "630100-HOUSING"), ADMIN));
        assertThat(routed("HC-PROPERTY")).isEqualTo("630105 R-HC-PROPERTY 1");

        asked(desk.publish("城北试点由市局直接办", 1, null, ADMIN));
        assertThat(routed("HC-PROPERTY")).isEqualTo("630100-HOUSING N-1 2");
        assertThat(asked(desk.draft()).isOpen()).isFalse();
    }

    @Test
    void aVersionSaysWhoPublishedItWhenAndWhy() {
        asked(desk.put(entry("N-1", "HC-PROPERTY", "630105", "630100-HOUSING"), ADMIN));
        CatalogueVersion next = asked(desk.publish("城北试点", 1, null, ADMIN));

        assertThat(next.by()).isEqualTo(ADMIN);
        assertThat(next.at()).isEqualTo(City.NOW);
        assertThat(next.reason()).isEqualTo("城北试点");
    }

    @Test
    void whoComparedWithAnOlderVersionMustLookAgain() {
        asked(desk.put(entry("N-1", "HC-PROPERTY", "630105", "630100-HOUSING"), ADMIN));
        asked(desk.publish("城北试点", 1, null, ADMIN));
        asked(desk.put(entry("N-2", "HC-PROPERTY", "630104", "630100-HOUSING"), ADMIN));

        assertThat(refusal(desk.publish("城西也试点", 1, null, ADMIN)))
                .isEqualTo(CatalogueRefusal.CATALOGUE_CHANGED_MEANWHILE);
    }

    @Test
    void whoLookedAtAnOlderEditionOfTheDraftMustLookAgain() {
        Draft seen = asked(desk.put(entry("N-1", "HC-PROPERTY", "630105", "630100-HOUSING"), ADMIN));
        asked(desk.remove("R-HC-FUND", ADMIN));

        assertThat(refusal(desk.publish("城北试点", 1, seen.edition(), ADMIN))).isEqualTo(General.VERSION_CONFLICT);
        assertThat(refusal(desk.replace(desk.current().entries(), seen.edition(), ADMIN)))
                .isEqualTo(General.VERSION_CONFLICT);
    }

    @Test
    void ofTwoWhoPublishAtOnceOneMustLookAgain() {
        var elsewhere = new PublishedCatalogue(City.CATEGORIES, City.UNITS, City.CLOCK);
        var other = city.desk(elsewhere);
        other.begin().block();
        var mine = List.of(entry("N-1", "HC-PROPERTY", null, "630100-HOUSING"));
        var theirs = List.of(entry("N-1", "HC-PROPERTY", null, "630100-MARKET"));

        asked(desk.publish(mine, "我的", 1, ADMIN));
        assertThat(refusal(other.publish(theirs, "他的", 1, ADMIN)))
                .isEqualTo(CatalogueRefusal.CATALOGUE_CHANGED_MEANWHILE);

        other.refresh().block();
        assertThat(elsewhere.version().entries()).isEqualTo(mine);
    }

    @Test
    void anOldVersionIsPublishedAnewAndHistoryStays() {
        var first = desk.current().entries();
        asked(desk.publish(List.of(entry("N-1", "HC-PROPERTY", null, "630100-HOUSING")), "误操作", 1, ADMIN));

        CatalogueVersion again = asked(desk.publishAgain(1, "恢复", 2, ADMIN));

        assertThat(again.number()).isEqualTo(3);
        assertThat(again.again()).isEqualTo(1);
        assertThat(again.entries()).isEqualTo(first);
        assertThat(routed("HC-PROPERTY")).isEqualTo("630105 R-HC-PROPERTY 3");
        assertThat(asked(desk.history().collectList()))
                .extracting(CatalogueVersion::number)
                .containsExactly(3L, 2L, 1L);
        assertThat(asked(desk.version(2)).entries()).hasSize(1);
    }

    @Test
    void whatLeavesADecisionToChanceIsNotPublished() {
        asked(desk.put(entry("N-1", "HC-FUND", null, "630100-HOUSING"), ADMIN));

        Refused refused = catchThrowableOfType(Refused.class, () -> asked(desk.publish("理由", 1, null, ADMIN)));

        assertThat(refused.reason()).isEqualTo(CatalogueRefusal.CATALOGUE_FAULTY);
        assertThat(refused.errors()).hasSize(1);
        assertThat(refused.errors().get(0).field()).isEqualTo("R-HC-FUND N-1");
        assertThat(desk.current().number()).isEqualTo(1);
    }

    @Test
    void whatChangesNothingIsNotPublished() {
        assertThat(refusal(desk.publish(desk.current().entries(), "理由", 1, ADMIN)))
                .isEqualTo(CatalogueRefusal.NOTHING_CHANGED);
        assertThat(refusal(desk.publish("理由", 1, null, ADMIN))).isEqualTo(CatalogueRefusal.NO_DRAFT);
    }

    @Test
    void aDraftIsThrownAwayWhole() {
        asked(desk.put(entry("N-1", "HC-PROPERTY", "630105", "630100-HOUSING"), ADMIN));
        asked(desk.discard());

        assertThat(refusal(desk.publish("理由", 1, null, ADMIN))).isEqualTo(CatalogueRefusal.NO_DRAFT);
        assertThat(asked(desk.put(entry("N-2", "HC-FUND", "630105", "630100-FUND"), ADMIN))
                        .entry("N-1"))
                .isEmpty();
    }

    @Test
    void differencesAreToldFieldByField() {
        Draft draft = asked(desk.put(entry("R-HC-FUND", "HC-FUND", null, "630100-HOUSING"), ADMIN));
        draft = asked(desk.remove("R-HC-TITLE", ADMIN));

        var all = Difference.between(desk.current().entries(), draft.entries());

        assertThat(all)
                .extracting(difference -> difference.kind() + " " + difference.id())
                .containsExactly("REMOVED R-HC-TITLE", "CHANGED R-HC-FUND");
        assertThat(all.get(1).fields())
                .containsExactly(
                        new Difference.Field("主办", "630100-FUND", "630100-HOUSING"),
                        new Difference.Field("依据", "《住房公积金管理条例》第十一条，由住房公积金管理中心办理", "某法"));
    }

    @Test
    void anotherTenantHasNothingHere() {
        var elsewhere = Cause.command("620100", "admin", null, null).context();

        var refused = catchThrowableOfType(
                Refused.class, () -> desk.version(1).contextWrite(elsewhere).block());

        assertThat(refused.reason()).isEqualTo(General.NOT_FOUND);
    }

    private String routed(String category) {
        UnitSuggestion lead = city.published
                .get()
                .route(City.CATEGORIES.require(category), NORTH, "")
                .get(0);
        return lead.code() + " " + lead.ruleId() + " " + lead.ruleVersion();
    }

    private static Refusal refusal(Mono<?> act) {
        return catchThrowableOfType(Refused.class, () -> asked(act)).reason();
    }
}
