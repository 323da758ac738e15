package org.netzero.datacenter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.netzero.datacenter.Asked.MARCH;
import static org.netzero.datacenter.Asked.as;
import static org.netzero.datacenter.Asked.await;
import static org.netzero.datacenter.Asked.hours;
import static org.netzero.datacenter.Asked.push;
import static org.netzero.datacenter.Asked.register;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.netzero.local.test.LocalStack;

@QuarkusTest
@QuarkusTestResource(
        value = LocalStack.class,
        initArgs = @ResourceArg(name = "database", value = "netzero_datacenter"))
class ReleaseBesideStoringTest {

    @Inject DataSource database;

    /// Whoever stores readings takes the hour of the role, and then what is kept apart of it. A
    /// release that took them the other way round would wait for it, and be waited for.
    @Test
    void aReleaseTakesTheHourOfTheRoleFirst() throws Exception {
        register("rs-order", "site-rs-order", "");
        push(hours("rs-order", 0, 3));
        await("the hours", () -> count("role_hour") >= 2);
        execute(
                """
                insert into quarantined_hour
                    (datacenter_id, role, start, amount, measured, covered, flags, first_seen, state)
                values ('rs-order', 'IT', '%s', 7, 1, 1, 0, now(), 'OPEN')\
                """
                        .formatted(MARCH));
        CompletableFuture<Integer> release;
        try (Connection storing = database.getConnection()) {
            storing.setAutoCommit(false);
            execute(
                    storing,
                    "select 1 from role_hour where datacenter_id = 'rs-order' and role = 'IT' for update");
            release = CompletableFuture.supplyAsync(ReleaseBesideStoringTest::release);
            CompletableFuture<Integer> released = release;
            await(
                    "the release to wait",
                    () -> {
                        assertThat(released).isNotDone();
                        return waiting() > 0;
                    });

            execute(
                    storing,
                    "select 1 from quarantined_hour where datacenter_id = 'rs-order' for update nowait");

            storing.rollback();
        }
        assertThat(release.get(60, TimeUnit.SECONDS)).isEqualTo(200);
        assertThat(count("quarantined_hour")).isEqualTo(1);
    }

    private static int release() {
        return as("steward")
                .contentType("application/json")
                .body("{\"period\": \"2026-03\", \"note\": \"restated\"}")
                .post("/api/datacenters/rs-order/quarantine/release")
                .statusCode();
    }

    private int waiting() {
        return number(
                """
                select count(*) from pg_stat_activity
                where datname = current_database() and wait_event_type = 'Lock'
                  and query like '%role_hour%'\
                """);
    }

    private int count(String table) {
        return number(
                "select count(*) from %s where datacenter_id = 'rs-order' and role = 'IT'"
                        .formatted(table));
    }

    private int number(String query) {
        try (Connection connection = database.getConnection();
                var select = connection.prepareStatement(query);
                var row = select.executeQuery()) {
            row.next();
            return row.getInt(1);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private void execute(String statement) throws SQLException {
        try (Connection connection = database.getConnection()) {
            execute(connection, statement);
        }
    }

    private static void execute(Connection connection, String statement) throws SQLException {
        try (var prepared = connection.prepareStatement(statement)) {
            prepared.execute();
        }
    }
}
