package cn.hotline.routing.catalogue.web;

import cn.hotline.routing.WebSlice;
import cn.hotline.routing.catalogue.Catalogue;
import cn.hotline.routing.catalogue.Recommender;
import cn.hotline.routing.catalogue.model.Confidence;
import cn.hotline.routing.classification.Categories;
import cn.hotline.routing.knowledge.KnowledgeFiles;
import cn.hotline.routing.place.Divisions;
import cn.hotline.routing.units.Units;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

class CatalogueWebTest {

    private static final KnowledgeFiles FILES = KnowledgeFiles.ofClassPath();
    private static final Categories CATEGORIES = Categories.load(FILES);
    private static final Units UNITS = Units.load(FILES);

    private final WebTestClient recommendations = WebSlice.of(
            new RecommendationController(Recommender.load(FILES, new Confidence(0.6, 0.7)), Divisions.load(FILES)));
    private final WebTestClient lists =
            WebSlice.of(new CatalogueController(UNITS, CATEGORIES, Catalogue.load(FILES, CATEGORIES, UNITS)));

    @Test
    void aTextIsReadAsClassPlaceUnitAndUrgency() {
        recommend("{\"content\":\"城东区大众街某小区物业公司收了物业费，楼道没人打扫\",\"kind\":\"COMPLAINT\"}")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.categories[0].term")
                .isEqualTo("物业服务")
                .jsonPath("$.categories[0].evidence")
                .isNotEmpty()
                .jsonPath("$.places[0].county")
                .isEqualTo("城东区")
                .jsonPath("$.units[0].name")
                .isEqualTo("城东区政府")
                .jsonPath("$.units[0].role.term")
                .isEqualTo("主办")
                .jsonPath("$.units[0].reason")
                .isNotEmpty()
                .jsonPath("$.urgency.code")
                .isEqualTo("GENERAL")
                .jsonPath("$.sure")
                .isEqualTo(true);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|content",
                "{\"content\":\"楼道\",\"kind\":\"GRUMBLE\"}|kind",
                "{\"content\":\"楼道\",\"place\":{\"divisionCode\":\"999999\"}}|place.divisionCode"
            })
    void aFaultyQuestionIsRefusedByField(String body, String field) {
        recommend(body)
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo(field);
    }

    @Test
    void unitsAreListedWithLevelAndParent() {
        list("/api/v1/units")
                .jsonPath("$.items[?(@.code=='630103')].level.term")
                .isEqualTo("县区")
                .jsonPath("$.version")
                .isNotEmpty();
    }

    @Test
    void categoriesAreListedWithTheirPathAndReportGroup() {
        list("/api/v1/categories")
                .jsonPath("$.items[?(@.code=='HC-PROPERTY')].path[0]")
                .isEqualTo("住房城乡建设")
                .jsonPath("$.items[?(@.code=='EE-NOISE')].reportGroup")
                .isEqualTo("噪音问题");
    }

    @Test
    void theCatalogueIsListedWithItsBasis() {
        list("/api/v1/catalogue")
                .jsonPath("$.items[?(@.rule=='R-HC-PROPERTY')].basis")
                .isNotEmpty()
                .jsonPath("$.items[?(@.rule=='R-HC-PROPERTY')].lead")
                .isEqualTo("@COUNTY");
    }

    private WebTestClient.BodyContentSpec list(String path) {
        return lists.get().uri(path).exchange().expectStatus().isOk().expectBody();
    }

    private WebTestClient.ResponseSpec recommend(String body) {
        return recommendations
                .post()
                .uri("/api/v1/recommendations")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }
}
