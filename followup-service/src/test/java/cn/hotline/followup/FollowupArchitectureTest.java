package cn.hotline.followup;

import cn.hotline.chassis.testing.ArchitectureRules;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FollowupArchitectureTest {

    private static final JavaClasses CLASSES = ArchitectureRules.classesOf("cn.hotline.followup");

    static Stream<ArchRule> rules() {
        return ArchitectureRules.of("cn.hotline.followup").stream();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theArrowsHold(ArchRule rule) {
        rule.check(CLASSES);
    }
}
