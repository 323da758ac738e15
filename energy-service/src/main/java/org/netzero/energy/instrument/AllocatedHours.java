package org.netzero.energy.instrument;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.netzero.energy.balance.Span;
import org.netzero.energy.carrier.Flow;
import org.netzero.energy.matching.ClaimedHours;
import org.netzero.energy.meter.HourlySeries;
import org.netzero.energy.meter.MeterHours;
import org.netzero.energy.site.Site;

/// Allocations laid out by the hours in which their plants generated.
///
/// A claim takes the same part of each hour's generation. Where the allocations of a plant and time
/// exceed what it generated, each takes its share of that: no hour is claimed twice.
@ApplicationScoped
public class AllocatedHours {

    private final MeteredClaims metered;
    private final HourlySeries series;
    private final Clock clock;

    AllocatedHours(MeteredClaims metered, HourlySeries series, Clock clock) {
        this.metered = metered;
        this.series = series;
        this.clock = clock;
    }

    /// The hours of an allocation.
    ///
    /// @param claimedJoules all that is allocated, in these hours or others
    /// @param joules of each hour
    /// @param notKnown why they are not known; then there are none
    /// @param unmeasured the hours of its time that a plant was in service in and not measured
    // nobody compares two of them
    @SuppressWarnings("ArrayRecordComponent")
    public record Laid(
            Claimed claimed,
            Optional<MeteredClaim> of,
            long claimedJoules,
            long[] joules,
            Optional<String> notKnown,
            BitSet unmeasured) {}

    /// The meters that tell the hours of allocations.
    public List<String> metersOf(List<Claimed> claims) {
        return metered.all().stream()
                .filter(one -> claims.stream().anyMatch(claim -> one.isOf(claim.instrumentId())))
                .flatMap(one -> one.meterIds().stream())
                .distinct()
                .toList();
    }

    /// @param claims those to be laid out
    /// @param everybodys everything allocated that overlaps their time, at any site
    /// @param hours the hours of the plants' meters among others
    public List<Laid> lay(
            List<Claimed> claims, List<Claimed> everybodys, HourlySeries.Hours hours) {
        List<MeteredClaim> all = metered.all();
        Map<String, MeterHours> meters =
                hours.meters().stream()
                        .collect(
                                Collectors.toMap(
                                        measured -> measured.meter().meterId(),
                                        Function.identity(),
                                        (one, other) -> one));
        var laid = new ArrayList<Laid>();
        for (Claimed claim : claims) {
            Optional<MeteredClaim> of =
                    all.stream().filter(one -> one.isOf(claim.instrumentId())).findFirst();
            laid.add(
                    of.isEmpty()
                            ? notKnown(
                                    claim,
                                    of,
                                    "The instrument names no meter (generationMeters) that tells the hours of the plant.",
                                    hours)
                            : lay(claim, of.get(), all, everybodys, hours, meters));
        }
        return laid;
    }

    private static Laid notKnown(
            Claimed claim, Optional<MeteredClaim> of, String reason, HourlySeries.Hours hours) {
        return new Laid(
                claim,
                of,
                MeteredClaims.joules(claim.energyKwh()),
                new long[hours.count()],
                Optional.of(reason),
                new BitSet());
    }

    private Laid lay(
            Claimed claim,
            MeteredClaim of,
            List<MeteredClaim> all,
            List<Claimed> everybodys,
            HourlySeries.Hours hours,
            Map<String, MeterHours> meters) {
        Optional<Span> time = common(claim.period(), of.vintage());
        List<String> unknown =
                of.meterIds().stream().filter(id -> !meters.containsKey(id)).toList();
        if (!unknown.isEmpty()) {
            return notKnown(
                    claim,
                    Optional.of(of),
                    "No interval of the meters %s is on file.".formatted(unknown),
                    hours);
        }
        Optional<String> notAPlant =
                of.meterIds().stream()
                        .filter(id ->
                                Optional.ofNullable(meters.get(id))
                                        .map(found -> found.meter().source().flow())
                                        .filter(flow -> flow != Flow.RENEWABLE_PURCHASE)
                                        .isPresent())
                        .findFirst();
        if (notAPlant.isPresent()) {
            return notKnown(
                    claim,
                    Optional.of(of),
                    "The meter '%s' does not tell the generation of a plant under contract; name one of source PURCHASED_RENEWABLE."
                            .formatted(notAPlant.get()),
                    hours);
        }
        if (time.isEmpty()) {
            return notKnown(
                    claim,
                    Optional.of(of),
                    "It was not generated during %s.".formatted(claim.period()),
                    hours);
        }
        if (time.get().end().isAfter(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))) {
            return notKnown(
                    claim,
                    Optional.of(of),
                    "The time of the claim, %s, is not over.".formatted(time.get()),
                    hours);
        }
        var generation = new long[hours.count()];
        var unmeasured = new BitSet();
        for (String id : of.meterIds()) {
            MeterHours meter = Optional.ofNullable(meters.get(id)).orElseThrow();
            add(meter, time.get(), hours, generation, unmeasured);
        }
        long generated = series.generated(of.meterIds(), time.get());
        long claimed = MeteredClaims.joules(claim.energyKwh());
        BigDecimal everything =
                everybodys.stream()
                        .filter(other -> other.period().overlaps(time.get()))
                        .filter(other ->
                                all.stream()
                                        .anyMatch(one ->
                                                one.isOf(other.instrumentId())
                                                        && one.vintage().overlaps(time.get())
                                                        && one.sharesMeters(of)))
                        .map(Claimed::energyKwh)
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        long wanted = Math.max(claimed, MeteredClaims.joules(everything));
        return new Laid(
                claim,
                Optional.of(of),
                claimed,
                ClaimedHours.spread(
                        generation,
                        wanted <= generated ? claimed : part(claimed, generated, wanted),
                        generated),
                Optional.empty(),
                unmeasured);
    }

    private static long part(long claimed, long generated, long wanted) {
        return BigDecimal.valueOf(claimed)
                .multiply(BigDecimal.valueOf(generated))
                .divideToIntegralValue(BigDecimal.valueOf(wanted))
                .longValueExact();
    }

    private static void add(
            MeterHours meter,
            Span time,
            HourlySeries.Hours hours,
            long[] generation,
            BitSet unmeasured) {
        ZoneId zone =
                Optional.ofNullable(hours.places().get(meter.meter().siteId()))
                        .map(Site::timeZone)
                        .orElse(ZoneOffset.UTC);
        int from = Math.max(0, hours.hourOf(time.start(), zone));
        int to = Math.min(hours.count(), hours.hourOf(time.end(), zone));
        for (int hour = from; hour < to; hour++) {
            generation[hour] += meter.joules()[hour];
            if (meter.isExpected(hour) && !meter.isWhole(hour)) {
                unmeasured.set(hour);
            }
        }
    }

    static Optional<Span> common(Span one, Span other) {
        return one.overlaps(other)
                ? Optional.of(
                        new Span(
                                one.start().isAfter(other.start()) ? one.start() : other.start(),
                                one.end().isBefore(other.end()) ? one.end() : other.end()))
                : Optional.empty();
    }
}
