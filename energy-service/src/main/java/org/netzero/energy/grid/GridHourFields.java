package org.netzero.energy.grid;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.netzero.platform.imports.Columns;
import org.netzero.platform.input.Fields;
import org.netzero.platform.json.Decimals;
import org.netzero.platform.problem.InvalidInput;

/// Reads an hour of a zone from the fields of a row.
final class GridHourFields {

    static final Columns COLUMNS =
            Columns.of(
                            "zone: The part of the grid, such as CN-GD or US-TX",
                            "start: Beginning of the hour, an instant with offset on the full hour: 2022-01-01T00:00Z",
                            "intensity: Emissions per energy, not negative",
                            "unit: Of the intensity",
                            "mix?: Generation by source in MWh: WND=16317;SUN=50",
                            Columns.EVIDENCE,
                            "purpose?: LOCATION_BASED when left out, the grid's average; MARKET_RESIDUAL is what contracts leave of it")
                    .withValues("unit", GridUnit.symbols())
                    .withValues("purpose", GridPurpose.values())
                    .withCorrections();

    private static final int SECONDS_PER_HOUR = 3_600;
    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
    private static final Duration AHEAD = Duration.ofDays(1);

    private GridHourFields() {}

    /// @throws InvalidInput with everything that is wrong
    static GridHour read(Fields fields, Clock clock) {
        Optional<String> zone = fields.id("zone");
        Optional<Instant> start = fields.text("start").flatMap(text -> start(fields, text, clock));
        Optional<BigDecimal> intensity =
                fields.decimal("intensity").flatMap(value -> notNegative(fields, value));
        Optional<GridUnit> unit = fields.text("unit").flatMap(text -> unit(fields, text));
        Optional<SortedMap<String, BigDecimal>> mix =
                fields.optionalText("mix").flatMap(text -> mix(fields, text));
        Optional<String> evidence = fields.optionalText("evidence");
        GridPurpose purpose =
                fields.optionalOneOf("purpose", GridPurpose.class)
                        .orElse(GridPurpose.LOCATION_BASED);
        Optional<String> supersedes = fields.optionalText("supersedes");
        if (zone.isPresent() && start.isPresent()) {
            String id = GridHour.id(zone.get(), start.get(), purpose);
            supersedes
                    .filter(named -> !named.equals(id))
                    .ifPresent(named ->
                            fields.refuse(
                                    "supersedes",
                                    "CORRECTS_ANOTHER",
                                    "'%s' is another hour; an hour corrects itself, as '%s'"
                                            .formatted(named, id)));
        }
        fields.refuseIfInvalid();
        return new GridHour(
                zone.orElseThrow(),
                start.orElseThrow(),
                purpose,
                Decimals.canonical(unit.orElseThrow().inGramsPerKwh(intensity.orElseThrow())),
                unit.orElseThrow().isCo2Only(),
                mix,
                evidence,
                supersedes);
    }

    private static Optional<Instant> start(Fields fields, String text, Clock clock) {
        try {
            Instant start = OffsetDateTime.parse(text.replace(' ', 'T')).toInstant();
            if (start.isBefore(EARLIEST)) {
                return fields.refuse(
                        "start", "IMPLAUSIBLE_DATE", "'%s' lies before 1990".formatted(text));
            }
            if (start.isAfter(clock.instant().plus(AHEAD))) {
                return fields.refuse(
                        "start",
                        "IN_THE_FUTURE",
                        "'%s' lies more than a day ahead; send an hour once its intensity is known"
                                .formatted(text));
            }
            if (start.getEpochSecond() % SECONDS_PER_HOUR == 0 && start.getNano() == 0) {
                return Optional.of(start);
            }
            return fields.refuse(
                    "start",
                    "OFF_THE_HOUR",
                    "'%s' is no full hour in UTC; a row is an hour of a zone".formatted(text));
        } catch (DateTimeException malformed) {
            return fields.refuse(
                    "start",
                    "NOT_AN_INSTANT",
                    "'%s' is no instant; zones have no clock of their own, so write the offset: 2022-01-01T00:00Z"
                            .formatted(text));
        }
    }

    private static Optional<BigDecimal> notNegative(Fields fields, BigDecimal value) {
        return value.signum() >= 0
                ? Optional.of(value)
                : fields.refuse(
                        "intensity",
                        "NEGATIVE_INTENSITY",
                        "'%s' is negative; no generation emits less than nothing"
                                .formatted(value.toPlainString()));
    }

    private static Optional<GridUnit> unit(Fields fields, String text) {
        Optional<GridUnit> known = GridUnit.named(text);
        return known.isPresent()
                ? known
                : fields.refuse(
                        "unit",
                        "UNKNOWN_UNIT",
                        "'%s' is no unit of an intensity; use one of %s"
                                .formatted(text, GridUnit.symbols()));
    }

    private static Optional<SortedMap<String, BigDecimal>> mix(Fields fields, String text) {
        SortedMap<String, BigDecimal> mix = new TreeMap<>();
        for (String part : text.split(";", -1)) {
            int sign = part.indexOf('=');
            Optional<BigDecimal> value =
                    sign > 0 ? value(part.substring(sign + 1)) : Optional.empty();
            if (value.isEmpty() || mix.put(part.substring(0, sign).strip(), value.get()) != null) {
                return fields.refuse(
                        "mix",
                        "NOT_A_MIX",
                        "'%s' is no source with its MWh, or stands twice; write WND=16317;SUN=50"
                                .formatted(part));
            }
        }
        return Optional.of(mix);
    }

    private static Optional<BigDecimal> value(String text) {
        try {
            BigDecimal value = new BigDecimal(text.strip());
            return value.signum() >= 0 && value.precision() <= 30 && Math.abs(value.scale()) <= 12
                    ? Optional.of(Decimals.canonical(value))
                    : Optional.empty();
        } catch (NumberFormatException malformed) {
            return Optional.empty();
        }
    }

    static String text(SortedMap<String, BigDecimal> mix) {
        return mix.entrySet().stream()
                .map(part -> part.getKey() + "=" + part.getValue().toPlainString())
                .collect(Collectors.joining(";"));
    }
}
