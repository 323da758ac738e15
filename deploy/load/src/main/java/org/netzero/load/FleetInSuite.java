package org.netzero.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntToLongFunction;
import java.util.stream.Collectors;
import org.netzero.journey.Api;
import org.netzero.load.synthetic.SyntheticFleet;
import org.netzero.load.synthetic.SyntheticMeter;

/// A synthetic fleet as the suite knows it: registered through its imports, and its hours as they
/// stand in PostgreSQL.
///
/// @param label begins the ids of its data centres, and of no others
record FleetInSuite(SyntheticFleet fleet, String label) {

    static final String DATABASE = "netzero_datacenter";

    private static final String SITE = "synthetic-load";
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int ROWS_PER_FILE = 100_000;
    private static final double WH_PER_KWH = 1_000;

    void register(Api api) {
        Ground.good(
                api.importing(
                        "sites",
                        "siteId,name,kind,country,gridZone,timeZone\n%s,Synthetic load,OTHER,US,US-TEX-LOAD,UTC\n"
                                .formatted(SITE)));
        String datacenters =
                fleet.datacenters().stream()
                        .map(id -> "%s,%s,Synthetic,2020-01-01\n".formatted(id, SITE))
                        .collect(
                                Collectors.joining(
                                        "", "datacenterId,siteId,name,inOperationSince\n", ""));
        Api.eventually(
                "all data centres to be taken, once the service has heard of their site",
                () -> Ground.good(api.importing("datacenters", datacenters)),
                answer -> accepted(answer) == fleet.datacenters().size());
        int count = fleet.meters().size();
        for (int from = 0; from < count; from += ROWS_PER_FILE) {
            int rows = Math.min(ROWS_PER_FILE, count - from);
            String points =
                    fleet.meters().subList(from, from + rows).stream()
                            .map(FleetInSuite::row)
                            .collect(
                                    Collectors.joining(
                                            "", "pointId,datacenterId,role,quantity,unit\n", ""));
            complete(Ground.good(api.importing("points", points)), rows);
        }
    }

    private static String row(SyntheticMeter meter) {
        return "%s,%s,%s,ENERGY_COUNTER,kWh\n"
                .formatted(meter.pointId(), meter.datacenter(), meter.kind().role());
    }

    private static int accepted(Api.Answer answer) {
        return answer.body().path("accepted").asInt();
    }

    private static void complete(Api.Answer answer, int rows) {
        if (accepted(answer) != rows) {
            throw new AssertionError(
                    "Not all of %d rows were taken, the first of the others: %s"
                            .formatted(rows, answer.body().path("rejected").path(0)));
        }
    }

    /// Waits until every hour of every meter is right.
    ///
    /// @param firstSecond the time of the first readings
    /// @param lastSecond the time of a meter's last reading, by its number
    /// @return how long it took, in seconds
    double awaitHours(Connection connection, long firstSecond, IntToLongFunction lastSecond)
            throws SQLException {
        long start = System.nanoTime();
        double wanted = wattHours(firstSecond, lastSecond);
        double stored = stored(connection);
        while (Math.round(stored * WH_PER_KWH) != Math.round(wanted)) {
            if (Samples.secondsSince(start) > PATIENCE.toSeconds()) {
                throw new AssertionError(
                        String.format(
                                Locale.ROOT,
                                "%.3f kWh are stored, not %.3f",
                                stored,
                                wanted / WH_PER_KWH));
            }
            pause();
            stored = stored(connection);
        }
        double seconds = Samples.secondsSince(start);
        check(connection, firstSecond, lastSecond);
        return seconds;
    }

    /// What all meters counted.
    ///
    /// @param firstSecond the time of the first readings
    /// @param lastSecond the time of a meter's last reading, by its number
    double wattHours(long firstSecond, IntToLongFunction lastSecond) {
        double sum = 0;
        for (int meter = 0; meter < fleet.meters().size(); meter++) {
            sum += wattHours(meter, firstSecond, lastSecond.applyAsLong(meter));
        }
        return sum;
    }

    private double wattHours(int meter, long first, long last) {
        return fleet.wattHours(meter, last) - fleet.wattHours(meter, first);
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        }
    }

    /// By role, as they are summed up in the transaction that stores them: the database is not kept
    /// from storing by summing up a million of points for this.
    private double stored(Connection connection) throws SQLException {
        try (var sum =
                connection.prepareStatement(
                        "select coalesce(sum(amount), 0) from role_hour where starts_with(datacenter_id, ?)")) {
            sum.setString(1, label);
            try (var row = sum.executeQuery()) {
                row.next();
                return row.getBigDecimal(1).doubleValue();
            }
        }
    }

    /// The hours of each meter sum up to what it counted, and none says that anything was amiss.
    private void check(Connection connection, long firstSecond, IntToLongFunction lastSecond)
            throws SQLException {
        Map<String, Long> stored = new HashMap<>();
        try (var sums =
                connection.prepareStatement(
                        """
                        select point_id, round(sum(amount) * 1000, 3), max(flags) from point_hour
                        join measuring_point on number = point
                        where starts_with(datacenter_id, ?) group by point_id\
                        """)) {
            sums.setString(1, label);
            try (var row = sums.executeQuery()) {
                while (row.next()) {
                    if (row.getInt(3) != 0) {
                        throw new AssertionError(
                                "Hours of %s are flagged".formatted(row.getString(1)));
                    }
                    stored.put(row.getString(1), row.getBigDecimal(2).longValueExact());
                }
            }
        }
        for (int meter = 0; meter < fleet.meters().size(); meter++) {
            String point = fleet.meters().get(meter).pointId();
            long wanted = (long) wattHours(meter, firstSecond, lastSecond.applyAsLong(meter));
            if (stored.getOrDefault(point, 0L) != wanted) {
                throw new AssertionError(
                        "Of %s %d Wh are stored, not %d"
                                .formatted(point, stored.get(point), wanted));
            }
        }
    }
}
