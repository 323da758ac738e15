package org.netzero.datacenter.telemetry;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
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
    private static final int MOST_LABELS = 64;
    private static final int LONGEST_LABEL = 1_024;

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
            @Nullable Map<String, @Nullable String> labels,
            @Nullable String client,
            @Nullable List<@Nullable String> datacenters) {}

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
        List<SeriesName.Label> labels = labels(sample, fields);
        Set<String> datacenters = datacenters(sample, fields);
        fields.refuseIfInvalid();
        var tried = new Tried(indexes.pointsOf(new Sender(client, datacenters)));
        return sample.lines() == null ? series(sample, labels, tried) : lines(sample, tried);
    }

    private static List<SeriesName.Label> labels(Sample sample, Fields fields) {
        var labels = new ArrayList<SeriesName.Label>();
        if (sample.labels() == null) {
            return labels;
        }
        if (sample.labels().size() > MOST_LABELS) {
            fields.refuse(
                    "labels",
                    "TOO_MANY",
                    "%d labels; a series has at most %d"
                            .formatted(sample.labels().size(), MOST_LABELS));
            return labels;
        }
        sample.labels()
                .forEach((name, value) -> {
                    if (value == null || name.length() + value.length() > LONGEST_LABEL) {
                        fields.refuse(
                                "labels." + name,
                                "REQUIRED",
                                "write the value that the label has, with its name of up to %d characters, or leave the label out"
                                        .formatted(LONGEST_LABEL));
                    } else {
                        labels.add(new SeriesName.Label(name, value));
                    }
                });
        return labels;
    }

    private static Set<String> datacenters(Sample sample, Fields fields) {
        var datacenters = new HashSet<String>();
        List<@Nullable String> named =
                sample.datacenters() == null ? List.of() : sample.datacenters();
        for (int i = 0; i < named.size(); i++) {
            String id = named.get(i);
            if (id == null) {
                fields.refuse(
                        "datacenters[%d]".formatted(i),
                        "NULL_ELEMENT",
                        "is null; write the id of a data centre");
            } else {
                datacenters.add(id);
            }
        }
        return datacenters;
    }

    private static Outcome series(Sample sample, List<SeriesName.Label> labels, Tried tried) {
        var name = new SeriesName(String.valueOf(sample.metric()), labels, Optional.empty());
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
