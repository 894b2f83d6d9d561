package cn.hotline.access.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.ApplicationContext;

/** What every service promises of its table of rights, tried at the running service; each service runs it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class RightsContract {

    private ApplicationContext context;
    private String address;
    private RightsMatrix matrix;

    /** Starts the service, with something in it that somebody who got through would find. */
    protected abstract void start();

    protected abstract void stop();

    protected abstract ApplicationContext context();

    /** Address of the service with its base path. */
    protected abstract String address();

    @BeforeAll
    void startAndRead() {
        start();
        context = context();
        address = address();
        matrix = new RightsMatrix(context, address);
    }

    @AfterAll
    void end() {
        stop();
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
        assertThat(new OperatorInjection(context, address).faults()).isEmpty();
    }
}
