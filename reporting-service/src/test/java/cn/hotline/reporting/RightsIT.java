package cn.hotline.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import cn.hotline.access.testing.OperatorInjection;
import cn.hotline.access.testing.RightsMatrix;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who may do what here, tried at the running service. */
class RightsIT {

    private static RunningReporting service;
    private static RightsMatrix matrix;

    @BeforeAll
    static void start() {
        service = new RunningReporting(0);
        matrix = new RightsMatrix(service.context(), service.address());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void everyEndpointStandsInTheTable() {
        assertThat(matrix.endpointsWithoutARow()).isEmpty();
    }

    @Test
    void everyRowOfTheTableIsAnEndpoint() {
        assertThat(matrix.rowsWithoutAnEndpoint()).isEmpty();
    }

    @Test
    void everyRoleAndNobodyGetsAtEveryEndpointWhatTheTableSays() {
        assertThat(matrix.differences()).isEmpty();
    }

    @Test
    void programsOnTheSameMachineGetNoMoreThanTheTableOpensToThem() {
        assertThat(matrix.differencesNearby()).isEmpty();
    }

    @Test
    void operatorsOfTheStoreAreOddTextWhereverAValueIsTaken() {
        assertThat(new OperatorInjection(service.context(), service.address()).faults())
                .isEmpty();
    }
}
