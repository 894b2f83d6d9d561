package cn.hotline.intake;

import static cn.hotline.chassis.testing.ArchitectureRules.classesOf;

import cn.hotline.chassis.testing.ArchitectureRules;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTest {

    private static final String INTAKE = "cn.hotline.intake";
    private static final JavaClasses CLASSES = classesOf(INTAKE);

    @ParameterizedTest
    @MethodSource("rules")
    void theServiceKeepsTo(ArchRule rule) {
        rule.check(CLASSES);
    }

    static Iterable<ArchRule> rules() {
        return ArchitectureRules.of(INTAKE);
    }
}
