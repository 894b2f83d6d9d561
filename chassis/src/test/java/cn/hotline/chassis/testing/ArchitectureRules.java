package cn.hotline.chassis.testing;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import java.util.List;
import java.util.Set;

/**
 * The arrows of the package rule, for every service: adapter → feature → model, contracts between services, and one
 * place that blocks.
 */
public final class ArchitectureRules {

    private static final Set<String> BLOCKING =
            Set.of("block", "blockOptional", "blockFirst", "blockLast", "toIterable");
    private static final List<String> TECHNOLOGIES = List.of("web", "kafka", "mongo", "http", "schedule");

    private ArchitectureRules() {}

    /** The classes of a service, without its tests. */
    public static JavaClasses classesOf(String basePackage) {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(basePackage);
    }

    /** All rules, for a service whose classes lie in that package. */
    public static List<ArchRule> of(String basePackage) {
        return List.of(
                modelIsPlainJava(basePackage),
                featuresKnowNoTechnology(basePackage),
                adaptersNeverSeeEachOther(basePackage),
                servicesMeetInContractsOnly(basePackage),
                nobodyBlocks(basePackage));
    }

    /** {@code model} decides: JDK, the chassis kernel, contracts and other models, nothing else. */
    public static ArchRule modelIsPlainJava(String basePackage) {
        return classes()
                .that()
                .resideInAPackage(basePackage + "..model..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                                "java..",
                                "cn.hotline.chassis",
                                "org.jspecify..",
                                "cn.hotline..contract",
                                basePackage + "..model..")
                        .and(not(describe("the cause in Reactor's context", type -> type.getFullName()
                                .equals("cn.hotline.chassis.Cause")))))
                .allowEmptyShould(true);
    }

    /** What a feature may be asked is said without saying how it travels or is kept. */
    public static ArchRule featuresKnowNoTechnology(String basePackage) {
        return noClasses()
                .that(resideInAPackage(basePackage + ".*").and(not(describe("wirings", type -> type.getSimpleName()
                        .endsWith("Wiring")))))
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "org.springframework..",
                        "com.mongodb..",
                        "org.apache.kafka..",
                        "org.bson..",
                        "tools.jackson.."))
                .allowEmptyShould(true);
    }

    /** Technologies meet in the feature, never beside it. */
    public static ArchRule adaptersNeverSeeEachOther(String basePackage) {
        return classes()
                .that()
                .resideInAnyPackage(within(basePackage))
                .should(new ArchCondition<>("not know adapters of another technology") {
                    @Override
                    public void check(JavaClass adapter, ConditionEvents events) {
                        adapter.getDirectDependenciesFromSelf().stream()
                                .filter(arrow -> isAdapter(basePackage, arrow.getTargetClass()))
                                .filter(arrow -> !technology(adapter).equals(technology(arrow.getTargetClass())))
                                .forEach(arrow -> events.add(violated(arrow, arrow.getDescription())));
                    }
                })
                .allowEmptyShould(true);
    }

    private static boolean isAdapter(String basePackage, JavaClass type) {
        return resideInAnyPackage(within(basePackage)).test(type);
    }

    private static String technology(JavaClass adapter) {
        String name = adapter.getPackageName();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static String[] within(String basePackage) {
        return TECHNOLOGIES.stream().map(name -> basePackage + ".." + name).toArray(String[]::new);
    }

    /** A service knows another one by its contract. */
    public static ArchRule servicesMeetInContractsOnly(String basePackage) {
        return noClasses()
                .that()
                .resideInAPackage(basePackage + "..")
                .should()
                .dependOnClassesThat(resideInAPackage("cn.hotline..")
                        .and(not(resideInAnyPackage(
                                basePackage + "..",
                                "cn.hotline..contract",
                                "cn.hotline.chassis..",
                                "cn.hotline.access..",
                                "cn.hotline.ui.."))))
                .allowEmptyShould(true);
    }

    /** The one place where waiting is allowed is the chassis: its Kafka edge and its start and stop. */
    public static ArchRule nobodyBlocks(String basePackage) {
        return noClasses()
                .that()
                .resideInAPackage(basePackage + "..")
                .should()
                .callMethodWhere(describe("waits for a publisher", ArchitectureRules::waits))
                .allowEmptyShould(true);
    }

    private static boolean waits(JavaCall<? extends AccessTarget.CodeUnitCallTarget> call) {
        JavaClass owner = call.getTargetOwner();
        return BLOCKING.contains(call.getName()) && owner.getPackageName().equals("reactor.core.publisher");
    }
}
