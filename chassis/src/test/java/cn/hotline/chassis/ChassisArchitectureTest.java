package cn.hotline.chassis;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import cn.hotline.chassis.testing.ArchitectureRules;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The chassis stays small and knows no ticket. */
class ChassisArchitectureTest {

    private static final JavaClasses CHASSIS = ArchitectureRules.classesOf("cn.hotline.chassis");

    @Test
    void theKernelNeedsNeitherStoreNorKafkaNorWeb() {
        noClasses()
                .that()
                .haveFullyQualifiedName("cn.hotline.chassis.Change")
                .or()
                .haveFullyQualifiedName("cn.hotline.chassis.Cause")
                .or()
                .haveFullyQualifiedName("cn.hotline.chassis.Aggregates")
                .or()
                .haveFullyQualifiedName("cn.hotline.chassis.Refused")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "com.mongodb..", "org.apache.kafka..")
                .check(CHASSIS);
    }

    @Test
    void nothingInItIsNamedAfterAnythingAClerkKnows() {
        List<String> vocabulary = List.of("Ticket", "Caller", "Appeal", "Unit", "Revisit", "Report");
        assertThat(CHASSIS.stream().map(JavaClass::getSimpleName))
                .noneMatch(name -> vocabulary.stream().anyMatch(name::contains));
    }

    @Test
    void itStaysSmall() {
        assertThat(CHASSIS.stream().filter(JavaClass::isTopLevelClass).filter(type -> !type.getSimpleName()
                        .equals("package-info")))
                .hasSizeLessThan(25);
    }
}
