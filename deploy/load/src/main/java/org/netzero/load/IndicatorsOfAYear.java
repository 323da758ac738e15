package org.netzero.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.netzero.journey.Api;

/// How long the indicators of many facilities over a year take: PUE and its relatives of each and
/// of the fleet, carbon by both methods included. The hours are made within the database.
final class IndicatorsOfAYear implements Benchmark {

    private static final String DATABASE = "netzero_datacenter";
    private static final int YEAR = 2019;
    private static final int HOURS = 8_760;
    private static final int MOST_TRIES = 100;
    private static final int WARM_UP = 20;
    private static final int REQUESTS = 50;
    private static final double LIMIT_MILLIS = 300;

    @Override
    public String name() {
        return "indicators";
    }

    @Override
    public List<Row> run(Ground ground) throws Exception {
        int facilities = Size.of("NETZERO_LOAD_FACILITIES", 100);
        register(ground.api(), facilities);
        try (Connection connection = ground.database(DATABASE)) {
            fill(connection);
        }
        String fleet = "/api/datacenters/indicators?year=" + YEAR;
        String pack = "/api/datacenters/reporting/eu-2024-1364?year=2023";
        long start = System.nanoTime();
        Ground.good(ground.api().get(fleet));
        double first = Samples.secondsSince(start);
        Row hourly =
                Row.alone(
                        "the same when asked first, with %,d hours of roles to sum up"
                                .formatted(facilities * (long) HOURS * 4),
                        Row.number(first) + " s");
        return List.of(
                Row.belowMillis(
                        LIMIT_MILLIS,
                        "indicators of %,d facilities over a year".formatted(facilities),
                        "p99",
                        ask(ground.api(), fleet)),
                hourly,
                Row.of(
                        "reporting pack of %,d facilities".formatted(facilities),
                        ask(ground.api(), pack)));
    }

    private static Samples ask(Api api, String question) {
        List<Double> seconds = Reads.ask(api, Collections.nCopies(WARM_UP + REQUESTS, question));
        return new Samples(seconds.subList(WARM_UP, seconds.size()));
    }

    private static String facility(int i) {
        return "load-indicators-%03d".formatted(i);
    }

    private static void register(Api api, int facilities) {
        Ground.good(
                api.importing(
                        "sites",
                        rows(
                                facilities,
                                "siteId,name,kind,country,gridZone,timeZone",
                                "%1$s,Load,DATA_CENTER,CN,CN-LOAD,Asia/Shanghai")));
        String datacenters =
                rows(
                        facilities,
                        "datacenterId,siteId,name,inOperationSince,itCapacityKw,pueCategory",
                        "%1$s,%1$s,Load,2015-01-01,2000,1");
        // sites take their time to get there
        for (int i = 0; i < MOST_TRIES; i++) {
            JsonNode receipt = Ground.good(api.importing("datacenters", datacenters)).body();
            if (receipt.path("rejected").isEmpty()) {
                return;
            }
            Api.pause();
        }
        throw new AssertionError("Sites are still not known to the datacenter-service");
    }

    private static String rows(int facilities, String columns, String row) {
        return IntStream.range(0, facilities)
                .mapToObj(i -> row.formatted(facility(i)))
                .collect(Collectors.joining("\n", columns + "\n", "\n"));
    }

    /// Every hour of four roles, and a certificate a site; unless they are there.
    private static void fill(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (YearMonth month = YearMonth.of(YEAR - 1, 12);
                    month.getYear() <= YEAR;
                    month = month.plusMonths(1)) {
                statement.execute(
                        "create table if not exists role_hour_%1$tY_%1$tm partition of role_hour for values from ('%1$tY-%1$tm-01T00:00Z') to ('%2$tY-%2$tm-01T00:00Z')"
                                .formatted(month, month.plusMonths(1)));
            }
            statement.execute(
                    """
                    insert into role_hour (datacenter_id, role, start, amount, measured, covered, flags, version,
                        points, amount_sum, measured_sum, covered_sum, flag_points, quarters, points_without_quarters)
                    select datacenter_id, role, start, kwh, 1, 1, 0, 1, 1, kwh, 1, 1, '{}', '{0,0,0,0}', 1
                    from facility
                    cross join generate_series(timestamptz '%1$d-12-31 16:00Z', timestamptz '%2$d-12-31 15:00Z', interval '1 hour') as start
                    cross join (values ('FACILITY_INPUT', 1.4), ('IT', 1.0), ('WATER', 1.8), ('HEAT_EXPORT', 0.2)) as roles (role, factor)
                    cross join lateral (select factor * (500 + extract(hour from start))) as hour (kwh)
                    where datacenter_id like 'load-indicators-%%' on conflict do nothing
                    """
                            .formatted(YEAR - 1, YEAR));
            statement.execute(
                    """
                    insert into site_instrument (allocation_id, instrument_id, site_id, kind, renewable, sells_own_generation, start_on,
                        end_on, energy_kwh, kg_co2e_per_kwh, status, meets_scope2, version)
                    select gen_random_uuid(), 'load', site_id, 'GEC', true, false, date '%1$d-01-01', date '%2$d-01-01', 1000000, 0,
                        'RETIRED', true, 1
                    from facility where datacenter_id like 'load-indicators-%%'
                        and not exists (select 1 from site_instrument known where known.site_id = facility.site_id)
                    """
                            .formatted(YEAR, YEAR + 1));
            statement.execute("analyze role_hour");
        }
    }
}
