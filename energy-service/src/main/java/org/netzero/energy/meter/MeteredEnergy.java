package org.netzero.energy.meter;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.netzero.energy.balance.Span;
import org.netzero.platform.database.SqlArray;
import org.netzero.platform.database.Statements;
import org.netzero.platform.input.Interval;

/// What single meters measured, by local day of their site.
@ApplicationScoped
public class MeteredEnergy {

    private static final BigDecimal J_PER_KW_MINUTE = BigDecimal.valueOf(60_000);

    private final MeterTable meters;
    private final Statements statements;

    MeteredEnergy(MeterTable meters, DataSource database) {
        this.meters = meters;
        this.statements = new Statements(database, "Days of meters");
    }

    /// A meter and what it measured.
    ///
    /// @param expectedFrom the first local day its intervals are expected of; empty when nobody can
    ///   tell
    /// @param days those with any interval
    public record Measured(Meter meter, Optional<LocalDate> expectedFrom, List<Day> days) {

        public Measured {
            days = List.copyOf(days);
        }

        /// Whether it should have measured a day.
        public boolean isExpectedOn(LocalDate day) {
            return expectedFrom.filter(from -> !day.isBefore(from)).isPresent()
                    && meter.inServiceTo().filter(to -> !day.isBefore(to)).isEmpty();
        }
    }

    /// A local day of a meter.
    public record Day(LocalDate day, long joules, int minutes) {

        /// What both tell of the same day.
        public Day plus(Day other) {
            return new Day(day, Math.addExact(joules, other.joules), minutes + other.minutes);
        }
    }

    private record MeterDay(int meter, Day day) {}

    /// When more power was measured than there can be.
    ///
    /// @param intervals how many
    /// @param first the start of the first of them
    public record Excess(long intervals, Instant first) {}

    /// @param days local days of the site
    public List<Measured> ofPlant(String plantId, Span days) {
        return measured(meters.ofPlant(plantId), days);
    }

    /// @param days local days of the site
    public List<Measured> ofStorage(String storageId, Span days) {
        return measured(meters.ofStorage(storageId), days);
    }

    /// Of some meters of a site, whether they name a plant or storage or not.
    ///
    /// @param which those that are asked for
    /// @param days local days of the site
    public List<Measured> ofSite(String siteId, Predicate<Meter> which, Span days) {
        return measured(
                meters.all(Optional.of(siteId)).stream()
                        .filter(known -> which.test(known.meter()))
                        .toList(),
                days);
    }

    private List<Measured> measured(List<MeterTable.Known> known, Span days) {
        if (known.isEmpty()) {
            return List.of();
        }
        Map<Integer, List<Day>> byMeter =
                statements
                        .query(
                                "select meter, day, energy_j, minutes from meter_day where meter = any (?::int[]) and day >= ? and day < ? order by meter, day",
                                select -> {
                                    select.setArray(
                                            1,
                                            SqlArray.of(
                                                    select.getConnection(),
                                                    known,
                                                    MeterTable.Known::number));
                                    select.setObject(2, days.start());
                                    select.setObject(3, days.end());
                                },
                                row ->
                                        new MeterDay(
                                                row.getInt(1),
                                                new Day(
                                                        row.getObject(2, LocalDate.class),
                                                        row.getLong(3),
                                                        row.getInt(4))))
                        .stream()
                        .collect(
                                Collectors.groupingBy(
                                        MeterDay::meter,
                                        Collectors.mapping(MeterDay::day, Collectors.toList())));
        return known.stream()
                .map(meter ->
                        new Measured(
                                meter.meter(),
                                meter.expectedFrom(),
                                byMeter.getOrDefault(meter.number(), List.of())))
                .toList();
    }

    /// When several meters together measured more than a power, in intervals that begin at once.
    /// Empty when they never did.
    ///
    /// @throws TooManyHours when that is more than one answer looks at
    public Optional<Excess> above(BigDecimal powerKw, List<Meter> together, Interval within) {
        TooManyHours.check(together.size(), 0, within.duration().toHours());
        List<Integer> numbers =
                meters.named(together.stream().map(Meter::meterId).toList()).stream()
                        .map(MeterTable.Known::number)
                        .toList();
        return statements
                .query(
                        """
                        select count(*), min(start_at) from (
                            select start_at from meter_interval where meter = any (?::int[]) and start_at >= %s and start_at < %s
                            group by start_at having sum(energy_j) > ? * max(minutes)) as above
                        """
                                .formatted(
                                        MeterIntervalTable.literal(within.start()),
                                        MeterIntervalTable.literal(within.end())),
                        select -> {
                            select.setArray(
                                    1,
                                    SqlArray.of(select.getConnection(), numbers, number -> number));
                            select.setBigDecimal(2, powerKw.multiply(J_PER_KW_MINUTE));
                        },
                        row ->
                                row.getLong(1) == 0
                                        ? Optional.<Excess>empty()
                                        : Optional.of(
                                                new Excess(
                                                        row.getLong(1),
                                                        row.getObject(2, OffsetDateTime.class)
                                                                .toInstant())))
                .getFirst();
    }

    /// Joules as kWh: exact where that terminates, else rounded HALF_EVEN to 12 decimals.
    public static BigDecimal kwh(long joules) {
        return ExactEnergy.kwh(joules);
    }
}
