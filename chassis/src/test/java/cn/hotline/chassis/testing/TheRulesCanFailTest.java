package cn.hotline.chassis.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** A rule that nothing can break guards nothing: each is held against a class that breaks it. */
class TheRulesCanFailTest {

    private static final String BREACH = "cn.hotline.chassis.testing.breach";
    private static final JavaClasses CLASSES = new ClassFileImporter().importPackages(BREACH);

    @Test
    void springInTheModelIsFound() {
        assertFound(ArchitectureRules.modelIsPlainJava(BREACH), "SpringInTheModel");
    }

    @Test
    void mongoInAFeatureIsFound() {
        assertFound(ArchitectureRules.featuresKnowNoTechnology(BREACH), "MongoInTheFeature");
    }

    @Test
    void anAdapterThatKnowsAnotherIsFound() {
        assertFound(ArchitectureRules.adaptersNeverSeeEachOther(BREACH), "MongoInTheWeb");
    }

    @Test
    void theInsideOfAnotherServiceIsFound() {
        assertFound(ArchitectureRules.servicesMeetInContractsOnly(BREACH), "OtherService");
    }

    @Test
    void waitingIsFound() {
        assertFound(ArchitectureRules.nobodyBlocks(BREACH), "Waiting");
    }

    private static void assertFound(ArchRule rule, String culprit) {
        assertThat(rule.evaluate(CLASSES).getFailureReport().getDetails()).anyMatch(line -> line.contains(culprit));
    }
}
