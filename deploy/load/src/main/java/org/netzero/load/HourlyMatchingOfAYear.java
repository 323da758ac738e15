package org.netzero.load;

import java.sql.Connection;
import java.util.Collections;
import java.util.List;

/// How long it takes to match a year of many sites hour by hour.
final class HourlyMatchingOfAYear implements Benchmark {

    private static final int YEAR = 2017;
    private static final int WARM_UP = 3;
    private static final int REQUESTS = 10;
    private static final double LIMIT_MILLIS = 2_000;

    @Override
    public String name() {
        return "matching";
    }

    @Override
    public List<Row> run(Ground ground) throws Exception {
        int sites = Size.of("NETZERO_LOAD_MATCHING_SITES", 100);
        List<String> sources = List.of("PURCHASED", "ON_SITE_PV", "PURCHASED_RENEWABLE");
        var year = new MeteredYear("load-matching", YEAR, sites, sources.size(), sources);
        try (Connection connection = ground.database(MeteredYear.DATABASE)) {
            year.fill(ground.api(), connection);
        }
        String question = "/api/energy/matching?granularity=hour&period=" + YEAR;
        List<Double> seconds =
                Reads.ask(ground.api(), Collections.nCopies(WARM_UP + REQUESTS, question));
        return List.of(
                Row.belowMillis(
                        LIMIT_MILLIS,
                        "matching by hour of %,d sites and %,d intervals"
                                .formatted(sites, year.intervals()),
                        "p50",
                        new Samples(seconds.subList(WARM_UP, seconds.size()))));
    }
}
