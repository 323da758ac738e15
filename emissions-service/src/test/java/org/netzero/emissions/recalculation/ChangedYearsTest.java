package org.netzero.emissions.recalculation;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.netzero.local.test.LocalStack;

@QuarkusTest
@QuarkusTestResource(
        value = LocalStack.class,
        initArgs = @ResourceArg(name = "database", value = "netzero_emissions"))
class ChangedYearsTest {

    private static final int YEAR = 1991;

    @Inject
    @SuppressWarnings("NullAway.Init")
    ChangedYears changedYears;

    @Inject
    @SuppressWarnings("NullAway.Init")
    EntityManager database;

    @Inject
    @SuppressWarnings("NullAway.Init")
    DataSource connections;

    @Test
    void aChangeWaitsNeitherForACalculationOfItsYearNorForAnotherChange() throws SQLException {
        try (Connection calculating = connections.getConnection()) {
            // Given
            calculating.setAutoCommit(false);
            execute(calculating, "insert into changed_year (year) values (%d)".formatted(YEAR));
            execute(
                    calculating,
                    "insert into inventory_year (year) values (%d) on conflict do nothing"
                            .formatted(YEAR));
            execute(
                    calculating,
                    "select from inventory_year where year = %d for update".formatted(YEAR));
            // When
            assertThatCode(this::markWithoutWaiting)
                    // Then
                    .doesNotThrowAnyException();
            calculating.rollback();
        }
    }

    private void markWithoutWaiting() {
        QuarkusTransaction.requiringNew()
                .run(() -> {
                    database.createNativeQuery("set local lock_timeout = '2s'").executeUpdate();
                    changedYears.mark(List.of(YEAR));
                });
    }

    private static void execute(Connection connection, String statement) throws SQLException {
        try (var once = connection.createStatement()) {
            once.execute(statement);
        }
    }
}
