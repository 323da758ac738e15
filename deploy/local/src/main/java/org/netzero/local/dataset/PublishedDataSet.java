package org.netzero.local.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;

/// The published 2021 data set: CSV files named after the kind of import they belong to. It takes
/// the way every user's data takes, through the gateway's import API, and then asks for the result.
public final class PublishedDataSet {

    /// What refers to something stands behind it.
    private static final List<String> KINDS =
            List.of(
                    "sites",
                    "plants",
                    "energy",
                    "resources",
                    "instruments",
                    "activities",
                    "drivers",
                    "published-figures",
                    "stated-indicators",
                    "projects",
                    "targets");

    private static final int YEAR = 2021;

    /// The events between the services take seconds; a minute without a result is a failure.
    private static final Duration SETTLING = Duration.ofMinutes(1);

    private static final Duration PAUSE = Duration.ofMillis(500);

    private final GatewayClient gateway;
    private final Path folder;
    private final Consumer<String> out;

    /// @param gateway the gateway's address
    /// @param key a key that may import
    /// @param folder where the CSV files are
    /// @param out where progress and tables go
    public PublishedDataSet(URI gateway, String key, Path folder, Consumer<String> out) {
        this.gateway = new GatewayClient(gateway, key);
        this.folder = folder;
        this.out = out;
    }

    /// Loads the data set if nothing has been stored yet, and shows what came of it: the inventory
    /// against the published figures and the roadmap per year. Books that hold other data are left
    /// alone.
    ///
    /// @throws DataSetRefused when a file is refused or its figures are not there in time
    public void bring() throws IOException, InterruptedException {
        if (gateway.get("/api/sites?limit=1").path("items").isEmpty()) {
            load();
            awaitFigures();
        }
        if (stands()) {
            show();
        }
    }

    /// Sends every file.
    ///
    /// @throws DataSetRefused when a file or a row is refused: the data set ships with the product,
    ///   so that is a fault
    private void load() throws IOException, InterruptedException {
        gateway.put("/api/organization", folder.resolve("organization.json"));
        for (String kind : KINDS) {
            JsonNode outcome = gateway.importing(kind, folder.resolve(kind + ".csv"));
            out.accept(
                    "    %-18s %3d stored, %d already there"
                            .formatted(
                                    kind,
                                    outcome.path("accepted").asLong(),
                                    outcome.path("duplicates").asLong()));
            if (!outcome.path("rejected").isEmpty()) {
                throw new DataSetRefused(kind + ".csv: " + outcome.path("rejected"));
            }
        }
    }

    private void show() throws IOException, InterruptedException {
        var computed =
                new Table(
                        "figure",
                        "method",
                        "unit",
                        "computed",
                        "published",
                        "difference",
                        "per cent");
        for (JsonNode figure : figures()) {
            computed.row(
                    figure.path("figure").asText(),
                    figure.path("method").asText("").toLowerCase(Locale.ROOT).replace('_', '-'),
                    figure.path("unit").asText(),
                    decimal(figure.path("computed"), 2),
                    decimal(figure.path("published"), 2),
                    decimal(figure.path("difference"), 2),
                    decimal(figure.path("differencePercent"), 2));
        }
        out.accept("");
        out.accept(
                "%d computed from activity data, beside what the company published"
                        .formatted(YEAR));
        out.accept("");
        computed.lines().forEach(out);
        roadmap();
    }

    private void roadmap() throws IOException, InterruptedException {
        JsonNode projection = gateway.get("/api/roadmap/scenarios/committed/projection");
        var years =
                new Table(
                        "year",
                        "baseline",
                        "scope 1",
                        "scope 2 market",
                        "scope 3",
                        "gross",
                        "target",
                        "green power %",
                        "claim");
        for (JsonNode year : projection.path("years")) {
            years.row(
                    year.path("year").asText(),
                    decimal(year.path("baselineTonnes"), 0),
                    decimal(year.path("scope1Tonnes"), 0),
                    decimal(year.path("scope2MarketTonnes"), 0),
                    decimal(year.path("scope3Tonnes"), 0),
                    decimal(year.path("grossTonnes"), 0),
                    decimal(year.path("targetTonnes"), 0),
                    String.format(
                            Locale.ROOT, "%.1f", 100 * year.path("renewableShare").asDouble()),
                    year.path("claim").path("status").asText());
        }
        out.accept("");
        out.accept("Roadmap of the scenario 'committed', in t CO2e");
        out.accept("");
        years.lines().forEach(out);
        out.accept("");
    }

    private void awaitFigures() throws IOException, InterruptedException {
        long end = System.nanoTime() + SETTLING.toNanos();
        while (!stands()) {
            if (System.nanoTime() > end) {
                throw new DataSetRefused(
                        "The figures of %d did not come together in %s; ./netzero logs tells more"
                                .formatted(YEAR, SETTLING));
            }
            Thread.sleep(PAUSE);
        }
    }

    private boolean stands() throws IOException, InterruptedException {
        JsonNode figures = figures();
        return !figures.isEmpty() && allComputed(figures) && projectionStands();
    }

    private JsonNode figures() throws IOException, InterruptedException {
        return gateway.get("/api/emissions/reconciliation?period=" + YEAR).path("figures");
    }

    private boolean projectionStands() throws IOException, InterruptedException {
        try {
            return !gateway.get("/api/roadmap/scenarios/committed/projection")
                    .path("years")
                    .isEmpty();
        } catch (DataSetRefused notYet) {
            return false;
        }
    }

    private static boolean allComputed(JsonNode figures) {
        return StreamSupport.stream(figures.spliterator(), false)
                .allMatch(figure -> figure.hasNonNull("computed"));
    }

    private static String decimal(JsonNode value, int digits) {
        return value.isNull() || value.isMissingNode()
                ? "-"
                : String.format(Locale.ROOT, "%,." + digits + "f", Double.valueOf(value.asText()));
    }
}
