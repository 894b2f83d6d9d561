package cn.hotline.evaluation;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** The parts of the evaluation know as little of the product as any part bought from elsewhere would. */
class ArchitectureTest {

    private static final String EVALUATION = "cn.hotline.evaluation";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(EVALUATION);

    private static final ArchRule THE_DEMO_DAY_USES_THE_PUBLIC_INTERFACE_ONLY =
            knowsNoService("cn.hotline.evaluation.demo");

    @Test
    void theStoreKnowsNothingOfTheProduct() {
        knowsOnlyItself("cn.hotline.evaluation.store").check(CLASSES);
    }

    @Test
    void theBrokerKnowsNothingOfTheProduct() {
        knowsOnlyItself("cn.hotline.evaluation.broker").check(CLASSES);
    }

    @Test
    void theDemoDayUsesThePublicInterfaceOnly() {
        THE_DEMO_DAY_USES_THE_PUBLIC_INTERFACE_ONLY.check(CLASSES);
    }

    @Test
    void theRulesCanFail() {
        assertThat(knowsOnlyItself(EVALUATION).evaluate(CLASSES).hasViolation()).isTrue();
        assertThat(knowsNoService(EVALUATION).evaluate(CLASSES).hasViolation()).isTrue();
    }

    private static ArchRule knowsOnlyItself(String part) {
        return noClasses()
                .that()
                .resideInAPackage(part)
                .should()
                .dependOnClassesThat(resideInAPackage("cn.hotline..").and(not(resideInAPackage(part))));
    }

    private static ArchRule knowsNoService(String part) {
        return noClasses()
                .that()
                .resideInAPackage(part)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "cn.hotline.intake..",
                        "cn.hotline.routing..",
                        "cn.hotline.followup..",
                        "cn.hotline.reporting..");
    }
}
