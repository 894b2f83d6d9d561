package cn.hotline.routing.catalogue;

import cn.hotline.routing.RoutingProperties;
import cn.hotline.routing.catalogue.model.Confidence;
import cn.hotline.routing.catalogue.web.CatalogueController;
import cn.hotline.routing.catalogue.web.RecommendationController;
import cn.hotline.routing.classification.Categories;
import cn.hotline.routing.classification.Classifier;
import cn.hotline.routing.classification.SensitiveRecogniser;
import cn.hotline.routing.classification.UrgencyRecogniser;
import cn.hotline.routing.knowledge.KnowledgeFiles;
import cn.hotline.routing.place.Divisions;
import cn.hotline.routing.place.Gazetteer;
import cn.hotline.routing.recusal.RecusalRecogniser;
import cn.hotline.routing.units.Units;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** 派单目录 and all the knowledge it rests on: classes, words, places, units. */
@Configuration(proxyBeanMethods = false)
@Import({RecommendationController.class, CatalogueController.class})
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
    Catalogue catalogue(KnowledgeFiles files, Categories categories, Units units) {
        return Catalogue.load(files, categories, units);
    }

    @Bean
    RecusalRecogniser recusals(KnowledgeFiles files, Units units) {
        return RecusalRecogniser.load(files, units);
    }

    @Bean
    Recommender recommender(
            KnowledgeFiles files,
            Categories categories,
            Divisions divisions,
            Catalogue catalogue,
            RecusalRecogniser recusals,
            RoutingProperties properties) {
        return new Recommender(
                categories,
                Classifier.load(files, categories),
                UrgencyRecogniser.load(files),
                SensitiveRecogniser.load(files),
                Gazetteer.load(files, divisions),
                catalogue,
                recusals,
                new Confidence(
                        properties.confidence().category(),
                        properties.confidence().place()));
    }
}
