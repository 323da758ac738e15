package org.netzero.datacenter.telemetry;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.netzero.datacenter.facility.NumberedPoint;
import org.netzero.platform.input.Fields;
import org.netzero.platform.problem.InvalidInput;

/// Shows what would become of readings, without taking any.
@ApplicationScoped
class DryRun {

    private static final int MOST_CHARACTERS = 64 * 1024;
    private static final int MOST_SERIES = 1_000;

    private final SeriesIndexes indexes;
    private final Clock clock;

    DryRun(SeriesIndexes indexes, Clock clock) {
        this.indexes = indexes;
        this.clock = clock;
    }

    /// What is tried: lines, or the labels of a series.
    ///
    /// @param lines of line protocol
    /// @param precision of their times, as in its address
    /// @param metric the name of a series of remote write
    /// @param labels its labels
    /// @param client the name of the API key that would send it
    /// @param datacenters those to which its key is bound
    record Sample(
            @Nullable String lines,
            @Nullable String precision,
            @Nullable String metric,
            @Nullable Map<String, String> labels,
            @Nullable String client,
            @Nullable List<String> datacenters) {}

    /// @param series in the order in which they were met
    /// @param readings what would be taken of lines
    /// @param rejected what would be refused of them
    record Outcome(
            List<Resolution> series,
            List<Reading> readings,
            List<InfluxResource.RefusedLine> rejected) {}

    /// @param series measurement, labels and field
    /// @param names by which its point may be known; the first one that a point has counts
    /// @param point the point it finds; null where there is none
    /// @param pointUnit the unit of that point
    /// @param toldIn the unit in which the series tells its values
    /// @param live whether a reading without a time is of the moment at which it arrives
    record Resolution(
            Map<String, String> series,
            List<Name> names,
            @Nullable String point,
            @Nullable String datacenterId,
            @Nullable String pointUnit,
            @Nullable String toldIn,
            boolean live) {}

    /// @param rule the one that gave it; null where none is stated
    record Name(String pointId, @Nullable String rule) {}

    /// @param value in the point's unit
    record Reading(String point, Instant time, double value) {}

    Outcome of(Sample sample) {
        boolean hasLines = sample.lines() != null;
        if (hasLines == (sample.metric() != null)) {
            throw new InvalidInput(
                    hasLines ? "metric" : "lines",
                    "REQUIRED",
                    "give either lines of line protocol, or metric and labels");
        }
        Fields fields = Fields.of(sample);
        String client = fields.optionalText("client").orElse("");
        fields.refuseIfInvalid();
        var tried =
                new Tried(
                        indexes.pointsOf(
                                new Sender(
                                        client,
                                        sample.datacenters() == null
                                                ? Set.of()
                                                : Set.copyOf(sample.datacenters()))));
        return sample.lines() == null ? labels(sample, tried) : lines(sample, tried);
    }

    private static Outcome labels(Sample sample, Tried tried) {
        Map<String, String> labels = sample.labels() == null ? Map.of() : sample.labels();
        var name =
                new SeriesName(
                        String.valueOf(sample.metric()),
                        labels.entrySet().stream()
                                .map(label ->
                                        new SeriesName.Label(label.getKey(), label.getValue()))
                                .toList(),
                        Optional.empty());
        tried.of(tried.namesOf(name).stream().map(PointName::pointId).toList());
        return new Outcome(tried.resolutions(), List.of(), List.of());
    }

    private Outcome lines(Sample sample, Tried tried) {
        String text = String.valueOf(sample.lines());
        if (text.length() > MOST_CHARACTERS) {
            throw new InvalidInput(
                    "lines",
                    "TOO_LONG",
                    "%d characters; try at most %d".formatted(text.length(), MOST_CHARACTERS));
        }
        byte[] bytes = (text + "\n").getBytes(StandardCharsets.UTF_8);
        var taken = new TakenReadings(16);
        new LineProtocol(
                        new TelemetryBody(bytes, bytes.length),
                        InfluxResource.precision(
                                sample.precision() == null ? "" : sample.precision()),
                        false,
                        new SeriesIndex(tried, new HeldBytes()),
                        new ReadingRules(clock.instant()),
                        taken)
                .read();
        return new Outcome(
                tried.resolutions(),
                tried.readings(taken.pack()),
                taken.refused().stream().map(InfluxResource.RefusedLine::of).toList());
    }

    /// Remembers what was asked.
    private static final class Tried implements SeriesPoints {
        private final SeriesPoints points;
        private final Map<SeriesName, List<PointName>> names = new LinkedHashMap<>();
        private final Map<String, NumberedPoint> known = new HashMap<>();

        Tried(SeriesPoints points) {
            this.points = points;
        }

        @Override
        public List<PointName> namesOf(SeriesName series) {
            List<PointName> given = points.namesOf(series);
            if (names.size() == MOST_SERIES) {
                throw new InvalidInput(
                        "lines", "TOO_MANY", "try at most %d series".formatted(MOST_SERIES));
            }
            names.put(series, given);
            return given;
        }

        @Override
        public Map<String, NumberedPoint> of(Collection<String> pointIds) {
            Map<String, NumberedPoint> found = points.of(pointIds);
            known.putAll(found);
            return found;
        }

        List<Resolution> resolutions() {
            var resolutions = new ArrayList<Resolution>();
            names.forEach((series, given) -> resolutions.add(resolution(series, given)));
            return resolutions;
        }

        private Resolution resolution(SeriesName series, List<PointName> given) {
            var written = new LinkedHashMap<String, String>();
            written.put("measurement", series.measurement());
            series.labels().forEach(label -> written.put(label.name(), label.value()));
            series.field().ifPresent(field -> written.put("field", field));
            Optional<NumberedPoint> found = PointName.first(given, known);
            return new Resolution(
                    written,
                    given.stream()
                            .map(name -> new Name(name.pointId(), name.rule().orElse(null)))
                            .toList(),
                    found.map(point -> point.point().pointId()).orElse(null),
                    found.map(point -> point.point().datacenterId()).orElse(null),
                    found.map(point -> point.point().unit()).orElse(null),
                    found.map(point -> point.telling().unit().orElse(point.point().unit()))
                            .orElse(null),
                    found.map(point -> point.telling().live()).orElse(false));
        }

        List<Reading> readings(PackedReadings taken) {
            Map<Integer, String> ids = new HashMap<>();
            known.forEach((id, point) -> ids.put(point.number(), id));
            var readings = new ArrayList<Reading>();
            for (int i = 0; i < taken.count(); i++) {
                readings.add(
                        new Reading(
                                String.valueOf(ids.get(taken.points()[i])),
                                Instant.ofEpochSecond(0, taken.epochNanos()[i]),
                                taken.values()[i]));
            }
            return readings;
        }
    }
}
