package cn.hotline.routing.catalogue;

import cn.hotline.chassis.ChassisWiring;
import cn.hotline.chassis.mongo.DocumentStore;
import cn.hotline.chassis.schedule.Repeatedly;
import cn.hotline.routing.RoutingProperties;
import cn.hotline.routing.catalogue.model.Confidence;
import cn.hotline.routing.catalogue.mongo.MongoCatalogues;
import cn.hotline.routing.catalogue.mongo.MongoDismissals;
import cn.hotline.routing.catalogue.web.CatalogueController;
import cn.hotline.routing.catalogue.web.CataloguePages;
import cn.hotline.routing.catalogue.web.CatalogueRequests;
import cn.hotline.routing.catalogue.web.EvidenceController;
import cn.hotline.routing.catalogue.web.ListsController;
import cn.hotline.routing.catalogue.web.RecommendationController;
import cn.hotline.routing.catalogue.web.SheetController;
import cn.hotline.routing.classification.Categories;
import cn.hotline.routing.classification.Classifier;
import cn.hotline.routing.classification.DangerEar;
import cn.hotline.routing.classification.Tagger;
import cn.hotline.routing.knowledge.KnowledgeFiles;
import cn.hotline.routing.place.Divisions;
import cn.hotline.routing.place.Gazetteer;
import cn.hotline.routing.place.PlaceSchool;
import cn.hotline.routing.place.Surroundings;
import cn.hotline.routing.recusal.RecusalRecogniser;
import cn.hotline.routing.units.Units;
import cn.hotline.routing.version.InForce;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import reactor.core.publisher.Mono;

/** 派单目录 and all the knowledge it rests on: classes, words, places, units. */
@Configuration(proxyBeanMethods = false)
@Import({
    RecommendationController.class,
    ListsController.class,
    CatalogueController.class,
    EvidenceController.class,
    SheetController.class,
    CataloguePages.class
})
public class CatalogueWiring {

    @Bean
    KnowledgeFiles knowledgeFiles(RoutingProperties properties) {
        return properties.knowledge() == null
                ? KnowledgeFiles.ofClassPath()
                : KnowledgeFiles.of(properties.knowledge());
    }

    @Bean
    Categories categories(KnowledgeFiles files) {
        return Categories.load(files);
    }

    @Bean
    Divisions divisions(KnowledgeFiles files) {
        return Divisions.load(files);
    }

    @Bean
    Units units(KnowledgeFiles files) {
        return Units.load(files);
    }

    @Bean
    PublishedCatalogue publishedCatalogue(Categories categories, Units units, Clock clock) {
        return new PublishedCatalogue(categories, units, clock);
    }

    @Bean
    CatalogueChecks catalogueChecks(Categories categories, Units units, Divisions divisions, Clock clock) {
        return new CatalogueChecks(categories, units, divisions, clock);
    }

    @Bean
    Catalogues catalogues(DocumentStore<?> store) {
        return new MongoCatalogues(store);
    }

    @Bean
    CatalogueDesk catalogueDesk(
            Catalogues catalogues,
            PublishedCatalogue published,
            CatalogueChecks checks,
            KnowledgeFiles files,
            Categories categories,
            Units units,
            @Value("${hotline.tenant:630100}") String tenant,
            Clock clock) {
        var first = CatalogueFile.load(files, categories, units);
        return new CatalogueDesk(catalogues, published, checks, first.entries(), tenant, clock);
    }

    /** Nothing is decided before the version in force is known. */
    @Bean
    ChassisWiring.Precondition catalogueIsThere(CatalogueDesk desk) {
        return desk::begin;
    }

    @Bean
    EvidenceDesk evidenceDesk(
            CatalogueDesk desk,
            PublishedCatalogue published,
            CatalogueChecks checks,
            Recommender recommender,
            Categories categories,
            Decisions decisions,
            DocumentStore<?> store,
            Units units,
            Clock clock) {
        return new EvidenceDesk(
                desk,
                published,
                checks,
                new Forecaster(recommender, categories),
                decisions,
                new MongoDismissals(store),
                units,
                clock);
    }

    @Bean
    Repeatedly catalogueRefresh(CatalogueDesk desk) {
        return new Repeatedly("Looking for a newer catalogue", InForce.LOOKED_AT, desk::refresh);
    }

    @Bean
    CatalogueRequests catalogueRequests(Categories categories, Divisions divisions, Units units) {
        return new CatalogueRequests(categories, divisions, units);
    }

    @Bean
    RecusalRecogniser recusals(KnowledgeFiles files, Units units) {
        return RecusalRecogniser.load(files, units);
    }

    @Bean
    Classifier classifier(KnowledgeFiles files, Categories categories) {
        return Classifier.load(files, categories);
    }

    @Bean
    DangerEar dangerEar(KnowledgeFiles files) {
        return DangerEar.load(files);
    }

    /** What is learned beside the start is there before anything is decided. */
    @Bean
    ChassisWiring.Precondition dangerIsLearned(DangerEar ear) {
        return () -> Mono.fromFuture(ear::learned);
    }

    @Bean
    Recommender recommender(
            KnowledgeFiles files,
            Categories categories,
            Classifier classifier,
            Divisions divisions,
            PublishedCatalogue catalogue,
            RecusalRecogniser recusals,
            Units units,
            DangerEar ear,
            PlaceSchool school,
            RoutingProperties properties) {
        return new Recommender(
                categories,
                classifier,
                ear,
                Tagger.load(files),
                Gazetteer.load(files, divisions).heeding(school),
                catalogue,
                recusals,
                Surroundings.load(files, divisions, units),
                new Confidence(
                        properties.confidence().category(),
                        properties.confidence().place()));
    }
}
