package org.netzero.energy.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduler;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.netzero.energy.claim.HourlyEvidence;
import org.netzero.local.test.LocalStack;

/// Which sites' allocations are to be compared anew, while nothing compares them.
@QuarkusTest
@QuarkusTestResource(
        value = LocalStack.class,
        initArgs = @ResourceArg(name = "database", value = "netzero_energy"))
class HourlyChangesTest {

    @Inject HourlyEvidenceTable table;
    @Inject DataSource database;
    @Inject Scheduler scheduler;

    @BeforeEach
    void pause() {
        scheduler.pause();
    }

    @AfterEach
    void resume() {
        scheduler.resume();
    }

    private Optional<HourlyEvidenceTable.Waiting> waiting(String siteId) {
        return table.waiting().stream().filter(one -> one.siteId().equals(siteId)).findFirst();
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void aChangeToldByATransactionThatEndsLaterIsNotLost() throws SQLException {
        try (Connection late = database.getConnection()) {
            late.setAutoCommit(false);
            execute(late, "insert into hourly_claim_change (site_id) values ('told-late')");
            QuarkusTransaction.requiringNew().run(() -> table.changed(List.of("told-late")));
            HourlyEvidenceTable.Waiting seen = waiting("told-late").orElseThrow();
            late.commit();
            QuarkusTransaction.requiringNew().run(() -> table.answered(seen));
            HourlyEvidenceTable.Waiting left = waiting("told-late").orElseThrow();
            assertThat(left.changes()).hasSize(1).doesNotContainAnyElementsOf(seen.changes());
            QuarkusTransaction.requiringNew().run(() -> table.answered(left));
            assertThat(waiting("told-late")).isEmpty();
        }
    }

    @Test
    void aClaimThatEndedLongAgoAndWasLeftOpenIsComparedAgain() {
        QuarkusTransaction.begin();
        try {
            UUID open = allocated("left-open", "2020-01-01", "2021-01-01");
            UUID judged = allocated("judged-long-ago", "2020-01-01", "2021-01-01");
            UUID going = allocated("goes-on", "2026-01-01", "2027-01-01");
            String time = "The time of the claim, 2020" + AllocatedHours.NOT_OVER;
            table.put(open, new HourlyEvidence.NotKnown(time));
            table.put(judged, new HourlyEvidence.NotKnown("21 hours are not measured."));
            table.put(going, new HourlyEvidence.NotKnown(time));
            table.ended(LocalDate.of(2026, 6, 1));
            assertThat(waiting("left-open")).isPresent();
            assertThat(waiting("judged-long-ago")).isEmpty();
            assertThat(waiting("goes-on")).isEmpty();
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    private UUID allocated(String name, String from, String to) {
        UUID allocation = UUID.randomUUID();
        try (Connection connection = database.getConnection()) {
            execute(
                    connection,
                    """
                    insert into site (site_id, name, kind, country, time_zone, version)
                    values ('NAME', 'A site', 'OFFICE', 'NO', 'UTC', 0);
                    insert into claim_pool (pool_id) values ('NAME');
                    insert into claim_pool_member (instrument_id, pool_id) values ('NAME', 'NAME');
                    insert into instrument (instrument_id, revision, kind, market, technology, vintage_start, vintage_end,
                        quantity, unit, energy_kwh, status, stored_by, generation_meters)
                    values ('NAME', 1, 'GO', 'NO', 'WIND', 'FROM', 'TO', 1, 'kWh', 1, 'BOUGHT', 'tester', 'NAME-plant');
                    insert into instrument_allocation (allocation_id, instrument_id, site_id, period_start, period_end,
                        quantity, unit, energy_kwh, effect, status, stored_by)
                    values ('ALLOCATION', 'NAME', 'NAME', 'FROM', 'TO', 1, 'kWh', 1, 'COVERS_CONSUMPTION', 'PROVISIONAL', 'tester')
                    """
                            .replace("NAME", name)
                            .replace("FROM", from)
                            .replace("TO", to)
                            .replace("ALLOCATION", allocation.toString()));
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        return allocation;
    }
}
