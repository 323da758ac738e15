package org.netzero.datacenter.interval;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.netzero.local.test.LocalStack;

@QuarkusTest
@QuarkusTestResource(
        value = LocalStack.class,
        initArgs = @ResourceArg(name = "database", value = "netzero_datacenter"))
class HourMonthsTest {

    @Inject DataSource database;
    @Inject HourMonths months;

    @Test
    void monthsOfLongAgoAreDroppedButThoseOfBefore() throws SQLException {
        months.need(
                List.of(
                        Instant.parse("2011-05-31T23:00:00Z"),
                        Instant.parse("2011-06-01T00:00:00Z")),
                List.of(Instant.parse("2011-05-31T23:00:00Z")));
        assertThat(tables("%hour_2011_0%"))
                .containsExactly("point_hour_2011_05", "point_hour_2011_06", "role_hour_2011_05");
        execute("update point_hour_month set of_before = true where month = '2011-05-01'");

        QuarkusTransaction.requiringNew().run(months::dropOld);

        assertThat(tables("%hour_2011_0%"))
                .containsExactly("point_hour_2011_05", "role_hour_2011_05");
    }

    @Test
    void whatWasDroppedIsMadeAgain() throws SQLException {
        List<Instant> month = List.of(Instant.parse("2012-05-01T00:00:00Z"));
        months.need(month, List.of());
        QuarkusTransaction.requiringNew().run(months::dropOld);
        assertThat(tables("point_hour_2012_05")).isEmpty();

        months.need(month, List.of());

        assertThat(tables("point_hour_2012_05")).isNotEmpty();
    }

    @Test
    void thisMonthAndTheNextAreThereAheadOfTheirHours() throws SQLException {
        months.keepUp();

        assertThat(
                        strings(
                                """
                                select to_regclass('role_hour_' || to_char(now() at time zone 'UTC' + interval '1 month', 'YYYY_MM'))::text\
                                """))
                .doesNotContainNull();
    }

    /// Everything of before moves over, with what its sums are made of.
    @Test
    void hoursOfBeforeAreKept() throws SQLException {
        migrate("1.4");
        execute(
                """
                set search_path to of_before;
                insert into facility values ('a', 's', null, '2020-01-01', null, null);
                insert into measuring_point
                    (point_id, datacenter_id, role, quantity, unit, bidirectional, declared_at)
                select 'p' || n, 'a', 'IT', 'POWER', 'kW', false, '2026-03-01T10:30Z'
                from generate_series(1, 3) n;
                insert into point_hour values
                    (1, '2026-03-01T09:00Z', 2, 1, 1, 0), (1, '2026-04-30T23:00Z', 4, 0.5, 1, 1),
                    (2, '2026-04-30T23:00Z', 8.5, 1, 1, 33), (2, '2026-05-01T00:00Z', 1, 1, 1, 0);
                insert into role_hour values
                    ('a', 'IT', '2026-03-01T09:00Z', 2, 1, 1, 0, 3),
                    ('a', 'IT', '2026-04-30T23:00Z', 12.5, 0.5, 0.666667, 33, 7),
                    ('a', 'IT', '2026-05-01T00:00Z', 1, 0.333333, 0.333333, 0, 1),
                    ('a', 'WATER', '2026-05-01T00:00Z', 0, 0, 0, 0, 0)\
                """);

        migrate("latest");

        assertThat(
                        strings(
                                "select (point, start at time zone 'UTC', amount, flags, quarters is null)::text from of_before.point_hour order by 1"))
                .containsExactly(
                        "(1,\"2026-03-01 09:00:00\",2,0,t)",
                        "(1,\"2026-04-30 23:00:00\",4,1,t)",
                        "(2,\"2026-04-30 23:00:00\",8.5,33,t)",
                        "(2,\"2026-05-01 00:00:00\",1,0,t)");
        assertThat(
                        strings(
                                """
                                select (role, amount, measured, flags, version, points, measured_sum, covered_sum,
                                        flag_points, points_without_quarters)::text
                                from of_before.role_hour order by start, role\
                                """))
                .containsExactly(
                        "(IT,2,1,0,3,1,1,1,\"{0,0,0,0,0,0,0}\",1)",
                        "(IT,12.5,0.5,33,7,2,1.5,2,\"{2,0,0,0,0,1,0}\",2)",
                        "(IT,1,0.333333,0,1,1,1,1,\"{0,0,0,0,0,0,0}\",1)",
                        "(WATER,0,0,0,0,0,0,0,\"{0,0,0,0,0,0,0}\",0)");
        assertThat(
                        strings(
                                "select (role, from_hour at time zone 'UTC', sum(points))::text from of_before.role_points group by role, from_hour order by 1"))
                .containsExactly(
                        "(IT,\"2026-03-01 09:00:00\",1)", "(IT,\"2026-03-01 10:00:00\",2)");
        assertThat(
                        strings(
                                "select (month, of_before)::text from of_before.point_hour_month order by 1"))
                .containsExactly("(2026-03-01,t)", "(2026-04-01,t)", "(2026-05-01,t)");
        execute("drop schema of_before cascade");
    }

    @Test
    void pointsAreCountedWhoeverWritesThem() throws SQLException {
        execute(
                """
                insert into facility values ('hm-count', 's', null, '2020-01-01', null, null);
                insert into measuring_point
                    (point_id, datacenter_id, role, quantity, unit, bidirectional, declared_at)
                select 'hm-count.' || n, 'hm-count', 'IT', 'POWER', 'kW', false, '2026-03-01T10:30Z'
                from generate_series(1, 4) n;
                update measuring_point set declared_at = '2026-03-02T00:00Z' where point_id = 'hm-count.2';
                update measuring_point set rated_power_kw = 5 where point_id = 'hm-count.3';
                delete from measuring_point where point_id = 'hm-count.4'\
                """);

        assertThat(
                        strings(
                                """
                                select (from_hour at time zone 'UTC', sum(points))::text from role_points
                                where datacenter_id = 'hm-count' group by from_hour order by 1\
                                """))
                .containsExactly("(\"2026-03-01 10:00:00\",2)", "(\"2026-03-02 00:00:00\",1)");
    }

    private static void migrate(String target) {
        Flyway.configure()
                .dataSource(
                        LocalStack.jdbcUrl(),
                        LocalStack.databaseUser(),
                        LocalStack.databasePassword())
                .schemas("of_before")
                .locations("db/migration")
                .target(target)
                .load()
                .migrate();
    }

    private List<String> tables(String like) throws SQLException {
        return strings(
                "select relname from pg_class where relkind = 'r' and relname like '%s' and relnamespace = 'public'::regnamespace order by 1"
                        .formatted(like));
    }

    private static Connection connect() throws SQLException {
        return DriverManager.getConnection(
                LocalStack.jdbcUrl(), LocalStack.databaseUser(), LocalStack.databasePassword());
    }

    private static List<String> strings(String query) throws SQLException {
        try (var connection = connect();
                var select = connection.prepareStatement(query);
                var row = select.executeQuery()) {
            var found = new ArrayList<String>();
            while (row.next()) {
                found.add(row.getString(1));
            }
            return found;
        }
    }

    private static void execute(String statements) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(statements);
        }
    }
}
