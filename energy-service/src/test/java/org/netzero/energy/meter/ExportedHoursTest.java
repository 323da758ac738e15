package org.netzero.energy.meter;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.sql.SQLException;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.netzero.energy.site.Sites;
import org.netzero.local.test.LocalStack;
import org.netzero.platform.imports.RowOutcome;
import org.netzero.platform.input.Fields;

@QuarkusTest
@QuarkusTestResource(
        value = LocalStack.class,
        initArgs = @ResourceArg(name = "database", value = "netzero_energy"))
class ExportedHoursTest {

    private static final String PARK = "a-year-of-hours";
    private static final int GENERATORS = 4;

    @Inject ExportedHours exports;
    @Inject MeterTable meters;
    @Inject MonthPartitions partitions;
    @Inject Sites sites;
    @Inject DataSource database;
    @Inject Clock clock;

    private static void put(String path, String body) {
        RestAssured.given()
                .auth()
                .oauth2(LocalStack.token("tester", "steward"))
                .contentType("application/json")
                .body(body)
                .put(path)
                .then()
                .statusCode(201);
    }

    private static void meter(String meterId, String source) {
        put(
                "/api/energy/meters/" + meterId,
                """
                {"siteId": "%s", "carrier": "ELECTRICITY", "source": "%s", "inServiceFrom": "2009-01-01"}
                """
                        .formatted(PARK, source));
    }

    private static IntervalRow row(String start) {
        return IntervalRow.read(
                new Fields(
                        Map.of(
                                "meterId",
                                PARK + "-out",
                                "start",
                                start,
                                "quantity",
                                "5",
                                "unit",
                                "kWh")));
    }

    private List<DatedInterval> dated(List<IntervalRow> rows) {
        var book = new MeterBook(meters, sites);
        book.open(rows);
        var dated = new ArrayList<DatedInterval>();
        for (IntervalRow row : rows) {
            dated.add(
                    DatedInterval.of(
                            dated.size(),
                            row,
                            book.find(row.meterId()).orElseThrow(),
                            DatedInterval.latest(clock)));
        }
        return dated;
    }

    /// A joule in every quarter of an hour of a year.
    private void generateAYear() throws SQLException {
        var months = new TreeSet<YearMonth>();
        for (int month = 1; month <= 12; month++) {
            months.add(YearMonth.of(2009, month));
        }
        partitions.need(months);
        try (var connection = database.getConnection();
                var insert =
                        connection.prepareStatement(
                                """
                                insert into meter_interval (start_at, energy_j, meter, intake, minutes, quality, revision)
                                select at, 1, number, 0, 15, 0, 1
                                from meter, generate_series(timestamptz '2009-01-01Z', timestamptz '2009-12-31 23:45Z', interval '15 minutes') as at
                                where meter_id like ?
                                """)) {
            insert.setString(1, PARK + "-pv-%");
            insert.executeUpdate();
        }
    }

    private void forgetTheYear() throws SQLException {
        try (var connection = database.getConnection();
                var delete =
                        connection.prepareStatement(
                                "delete from meter_interval where meter in (select number from meter where meter_id like ?)")) {
            delete.setString(1, PARK + "-pv-%");
            delete.executeUpdate();
        }
    }

    @Test
    void hoursBetweenTwoOfABatchAreNotReadIntoMemory() throws SQLException {
        // Given
        put(
                "/api/sites/" + PARK,
                "{\"name\": \"A park\", \"kind\": \"OFFICE\", \"country\": \"DE\", \"timeZone\": \"UTC\"}");
        meter(PARK + "-out", "EXPORTED");
        for (int i = 0; i < GENERATORS; i++) {
            meter(PARK + "-pv-" + i, "ON_SITE_PV");
        }
        generateAYear();
        List<DatedInterval> batch =
                dated(List.of(row("2009-01-01T10:00:00Z"), row("2009-12-31T10:00:00Z")));
        var outcomes = new RowOutcome[batch.size()];
        var thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = thread.getCurrentThreadAllocatedBytes();

        // When
        List<DatedInterval> possible =
                QuarkusTransaction.requiringNew()
                        .call(() -> exports.possible(batch, List.of(), outcomes));

        // Then
        long allocated = thread.getCurrentThreadAllocatedBytes() - before;
        assertThat(possible).isEmpty();
        assertThat(outcomes).allMatch(outcome -> outcome instanceof RowOutcome.Rejected);
        // 140,160 intervals are ten times that
        assertThat(allocated).isLessThan(3_000_000);
        forgetTheYear();
    }
}
