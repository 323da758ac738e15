package org.netzero.load;

import java.sql.Connection;
import java.util.Collections;
import java.util.List;

/// How long the energy balance of a year takes that stands on very many hourly intervals.
final class LargeBalance implements Benchmark {

    private static final int YEAR = 2018;
    private static final int METERS_PER_SITE = 100;
    private static final int WARM_UP = 20;
    private static final int REQUESTS = 100;
    private static final double LIMIT_MILLIS = 300;

    @Override
    public String name() {
        return "balance-large";
    }

    @Override
    public List<Row> run(Ground ground) throws Exception {
        int sites = Size.of("NETZERO_LOAD_BALANCE_SITES", 100);
        var year =
                new MeteredYear(
                        "load-balance",
                        YEAR,
                        sites,
                        METERS_PER_SITE,
                        List.of("PURCHASED", "PURCHASED", "PURCHASED", "ON_SITE_PV"));
        try (Connection connection = ground.database(MeteredYear.DATABASE)) {
            year.fill(ground.api(), connection);
        }
        String question = "/api/energy/balance?period=" + YEAR;
        List<Double> seconds =
                Reads.ask(ground.api(), Collections.nCopies(WARM_UP + REQUESTS, question));
        return List.of(
                Row.belowMillis(
                        LIMIT_MILLIS,
                        "energy balance of a year with %,d hourly intervals"
                                .formatted(year.intervals()),
                        "p99",
                        new Samples(seconds.subList(WARM_UP, seconds.size()))));
    }
}
