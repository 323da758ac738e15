package org.netzero.datacenter.savings;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.netzero.datacenter.facility.Facility;
import org.netzero.datacenter.interval.Intervals;
import org.netzero.datacenter.interval.RoleHour;
import org.netzero.datacenter.metering.MeasuringRole;
import org.netzero.datacenter.regression.Resolution;
import org.netzero.datacenter.savings.Baseline.Temperature;
import org.netzero.datacenter.savings.Baseline.Variable;
import org.netzero.datacenter.series.KeptHours;
import org.netzero.datacenter.series.Stretches;
import org.netzero.datacenter.series.Weather;
import org.netzero.platform.input.Interval;

/// Energy and conditions of a facility by the interval of a model.
///
/// An interval takes the hours that are known in all series; it counts from 95 % of its hours on,
/// and is left out below. What lacks is not taken for zero: models see intervals scaled to all of
/// their hours, and savings compare the known hours with as large a part of what is expected.
@ApplicationScoped
class Conditions {

    private static final double LEAST_KNOWN = 0.95;

    private final Intervals intervals;
    private final KeptHours kept;
    private final Weather weather;
    private final Stretches stretches;

    Conditions(Intervals intervals, KeptHours kept, Weather weather, Stretches stretches) {
        this.intervals = intervals;
        this.kept = kept;
        this.weather = weather;
        this.stretches = stretches;
    }

    /// An interval that is known.
    ///
    /// @param hours of it that are
    /// @param energyKwh in these
    /// @param variables in the order of the model; sums are scaled from these hours to the interval
    record Row(Interval interval, int hours, BigDecimal energyKwh, List<Double> variables) {

        /// The share of the interval that its energy is of.
        double known() {
            return known(interval, hours);
        }

        private static double known(Interval interval, int hours) {
            return (double) hours / interval.duration().toHours();
        }

        /// What the whole interval would have used at the mean of its known hours.
        double wholeKwh() {
            return energyKwh.doubleValue() / known();
        }
    }

    /// The known intervals of a span.
    ///
    /// @param expected intervals of it that are over
    record Rows(List<Row> known, int expected) {}

    Rows of(Facility facility, Baseline.Model model, Interval span) {
        NavigableMap<Instant, BigDecimal> energy = energy(facility, model.energyRole(), span);
        NavigableMap<Instant, BigDecimal> it =
                model.variables().stream().allMatch(variable -> variable.temperature().isPresent())
                        ? new TreeMap<>()
                        : energy(facility, MeasuringRole.IT, span);
        Stretches.Expected clock = stretches.expected(facility);
        List<NavigableMap<Instant, BigDecimal>> series =
                model.variables().stream()
                        .map(variable ->
                                variable.temperature()
                                        .map(source ->
                                                temperature(source, model.resolution(), span))
                                        .orElse(it))
                        .toList();
        var rows = new ArrayList<Row>();
        int expected = 0;
        for (Interval part : stretches.parts(facility, span, step(model.resolution()))) {
            if (clock.hours(part) == part.duration().toHours()) {
                expected++;
                row(model, energy, series, part).ifPresent(rows::add);
            }
        }
        return new Rows(rows, expected);
    }

    private static ChronoUnit step(Resolution resolution) {
        return switch (resolution) {
            case HOUR -> ChronoUnit.HOURS;
            case DAY -> ChronoUnit.DAYS;
            case MONTH -> ChronoUnit.MONTHS;
        };
    }

    static Optional<Row> row(
            Baseline.Model model,
            NavigableMap<Instant, BigDecimal> energy,
            List<NavigableMap<Instant, BigDecimal>> series,
            Interval part) {
        List<Instant> hours =
                energy.subMap(part.start(), true, part.end(), false).keySet().stream()
                        .filter(hour -> series.stream().allMatch(one -> one.containsKey(hour)))
                        .toList();
        if (hours.isEmpty() || hours.size() < LEAST_KNOWN * part.duration().toHours()) {
            return Optional.empty();
        }
        var variables = new ArrayList<Double>();
        for (int i = 0; i < series.size(); i++) {
            variables.add(value(model.variables().get(i), series.get(i), hours, part));
        }
        BigDecimal kwh =
                hours.stream()
                        .map(hour -> energy.getOrDefault(hour, BigDecimal.ZERO))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        return Optional.of(new Row(part, hours.size(), kwh, variables));
    }

    private static double value(
            Variable variable,
            NavigableMap<Instant, BigDecimal> series,
            List<Instant> hours,
            Interval part) {
        double balance = variable.balanceCelsius().map(BigDecimal::doubleValue).orElse(0.0);
        double sum =
                hours.stream()
                        .mapToDouble(hour -> {
                            double value = series.getOrDefault(hour, BigDecimal.ZERO).doubleValue();
                            return switch (variable.kind()) {
                                case TEMPERATURE, IT_ENERGY -> value;
                                case COOLING_DEGREE_HOURS -> Math.max(0, value - balance);
                                case HEATING_DEGREE_HOURS -> Math.max(0, balance - value);
                            };
                        })
                        .sum();
        return variable.kind() == Variable.Kind.TEMPERATURE
                ? sum / hours.size()
                : sum / Row.known(part, hours.size());
    }

    /// The hours of a role that are known whole, kWh.
    NavigableMap<Instant, BigDecimal> energy(Facility facility, MeasuringRole role, Interval span) {
        var whole = new TreeMap<Instant, BigDecimal>();
        for (RoleHour hour :
                intervals.of(facility.datacenterId(), role, span.start(), span.end())) {
            if (hour.covered().compareTo(BigDecimal.ONE) == 0) {
                whole.put(hour.key().start(), hour.amount());
            }
        }
        return whole;
    }

    private NavigableMap<Instant, BigDecimal> temperature(
            Temperature source, Resolution resolution, Interval span) {
        if (source.series().isPresent()) {
            return weather.hours(source.series().get(), span, resolution == Resolution.HOUR);
        }
        String point = source.point().orElseThrow();
        var means = new TreeMap<Instant, BigDecimal>();
        kept.of(List.of(point), span)
                .getOrDefault(point, new TreeMap<>())
                .forEach((start, hour) -> hour.mean().ifPresent(mean -> means.put(start, mean)));
        return means;
    }

    /// Hours of a span that are over and in which the facility was in operation.
    long expectedHours(Facility facility, Interval span) {
        return stretches.expected(facility).hours(span);
    }

    /// How long the rows are together, in months of a twelfth of a year.
    static double months(List<Row> rows) {
        double hours =
                rows.stream()
                        .map(row -> row.interval().duration())
                        .reduce(Duration.ZERO, Duration::plus)
                        .toHours();
        return hours / (365.25 * 24 / 12);
    }
}
