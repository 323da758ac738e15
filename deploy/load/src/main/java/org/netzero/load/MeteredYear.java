package org.netzero.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.netzero.journey.Api;

/// Sites with hourly meters of one year, made within the database: as many as an import would take
/// its time for. The roll-ups are made by the same sums that an import makes.
///
/// @param prefix of the ids of sites and meters
/// @param sources of the meters, in turns
record MeteredYear(String prefix, int year, int sites, int metersPerSite, List<String> sources) {

    static final String DATABASE = "netzero_energy";

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    long hours() {
        return LocalDate.of(year, 1, 1).lengthOfYear() * 24L;
    }

    long intervals() {
        return hours() * sites * metersPerSite;
    }

    private String site(int i) {
        return "%s-%03d".formatted(prefix, i);
    }

    private String meter(int site, int i) {
        return site(site) + "-" + i;
    }

    /// Registers sites and meters through the API, unless they are known.
    void register(Api api) {
        String places =
                IntStream.range(0, sites)
                        .mapToObj(i -> "%s,Load,OFFICE,US,US-TEX-LOAD,UTC".formatted(site(i)))
                        .collect(
                                Collectors.joining(
                                        "\n",
                                        "siteId,name,kind,country,gridZone,timeZone\n",
                                        "\n"));
        Ground.good(api.importing("sites", places));
        String meters =
                IntStream.range(0, sites)
                        .boxed()
                        .flatMap(site ->
                                IntStream.range(0, metersPerSite)
                                        .mapToObj(i ->
                                                "%s,%s,ELECTRICITY,%s"
                                                        .formatted(
                                                                meter(site, i),
                                                                site(site),
                                                                sources.get(i % sources.size()))))
                        .collect(Collectors.joining("\n", "meterId,siteId,carrier,source\n", "\n"));
        Ground.good(api.importing("meters", meters));
    }

    /// One interval in each month, so that the service makes the months' partitions.
    private void open(Api api) {
        String rows =
                IntStream.rangeClosed(1, 12)
                        .mapToObj(month ->
                                "%s,%d-%02d-01T00:00Z,0,kWh".formatted(meter(0, 0), year, month))
                        .collect(Collectors.joining("\n", "meterId,start,quantity,unit\n", "\n"));
        Ground.good(api.importing("intervals", rows));
    }

    /// Fills in every hour of every meter, unless they are there, and waits until their months are
    /// summed.
    void fill(Api api, Connection connection) throws SQLException {
        register(api);
        if (stored(connection) == intervals()) {
            return;
        }
        open(api);
        try (var statement = connection.createStatement()) {
            for (int month = 1; month <= 12; month++) {
                LocalDate from = LocalDate.of(year, month, 1);
                statement.execute(
                        """
                        insert into meter_interval (start_at, energy_j, meter, intake, minutes, quality, revision)
                        select start_at, 3600 * (1000 * (number %% 50 + 1) + extract(hour from start_at)::int * 7), number, 0, 60, 0, 1
                        from meter cross join generate_series(timestamptz '%s', timestamptz '%s' - interval '1 hour', interval '1 hour') as start_at
                        where meter_id like '%s-%%'
                        order by number, start_at on conflict do nothing
                        """
                                .formatted(
                                        from.atStartOfDay().atOffset(ZoneOffset.UTC),
                                        from.plusMonths(1).atStartOfDay().atOffset(ZoneOffset.UTC),
                                        prefix));
            }
            statement.execute(
                    """
                    insert into meter_day (meter, day, energy_j, estimated_j, minutes, intervals)
                    select meter, (start_at at time zone 'UTC')::date, sum(energy_j)::bigint, 0, sum(minutes), count(*)
                    from meter_interval join meter on number = meter
                    where meter_id like '%1$s-%%' and start_at >= timestamptz '%2$d-01-01T00:00Z' and start_at < timestamptz '%3$d-01-01T00:00Z'
                    group by 1, 2
                    on conflict (meter, day) do update set energy_j = excluded.energy_j, minutes = excluded.minutes, intervals = excluded.intervals
                    """
                            .formatted(prefix, year, year + 1));
            statement.execute(
                    "update meter set in_use = true, day_zone = 'UTC' where meter_id like '%s-%%'"
                            .formatted(prefix));
            statement.execute("vacuum (analyze) meter_interval");
            statement.execute("vacuum (analyze) meter_day");
            statement.execute("vacuum (analyze) meter");
            statement.execute(
                    """
                    insert into metered_change (site_id, carrier, source, month)
                    select distinct site_id, carrier, source, month::date from meter
                    cross join generate_series(date '%d-01-01', date '%d-12-01', interval '1 month') as month
                    where meter_id like '%s-%%'
                    """
                            .formatted(year, year, prefix));
        }
        awaitSummed(connection);
        long stored = stored(connection);
        if (stored != intervals()) {
            throw new AssertionError(
                    "%,d intervals are stored, not %,d".formatted(stored, intervals()));
        }
    }

    static void awaitSummed(Connection connection) throws SQLException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (count(connection, "select count(*) from metered_change") > 0) {
            if (System.nanoTime() > until) {
                throw new AssertionError("The months are not summed within " + PATIENCE);
            }
            Api.pause();
        }
    }

    private long stored(Connection connection) throws SQLException {
        return count(
                connection,
                "select coalesce(sum(intervals), 0)::bigint from meter_day join meter on number = meter where meter_id like '%s-%%' and day >= '%d-01-01' and day < '%d-01-01'"
                        .formatted(prefix, year, year + 1));
    }

    private static long count(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var answer = statement.executeQuery(sql)) {
            answer.next();
            return answer.getLong(1);
        }
    }
}
