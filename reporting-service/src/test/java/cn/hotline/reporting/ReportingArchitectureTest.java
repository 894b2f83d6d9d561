package cn.hotline.reporting;

import cn.hotline.chassis.testing.ArchitectureRules;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReportingArchitectureTest {

    private static final JavaClasses CLASSES = ArchitectureRules.classesOf("cn.hotline.reporting");

    static Stream<ArchRule> rules() {
        return ArchitectureRules.of("cn.hotline.reporting").stream();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theArrowsHold(ArchRule rule) {
        rule.check(CLASSES);
    }
}
