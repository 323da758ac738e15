package org.netzero.energy.instrument;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.netzero.energy.balance.Span;
import org.netzero.energy.carrier.Flow;
import org.netzero.energy.matching.ClaimedHours;
import org.netzero.energy.meter.HourlySeries;
import org.netzero.energy.meter.MeterHours;
import org.netzero.energy.meter.TooManyHours;
import org.netzero.energy.site.Site;

/// Allocations laid out by the hours in which their plants generated.
///
/// A claim takes the same part of each hour's generation. Where claims together exceed what a meter
/// measured in an hour, they share that: no hour is claimed twice. Claims whose time is not over
/// have no hours yet and take none from others.
@ApplicationScoped
public class AllocatedHours {

    /// The end of what is said of a claim whose time goes on.
    static final String NOT_OVER = " is not over.";

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
        Set<String> claimed =
                claims.stream().map(Claimed::instrumentId).collect(Collectors.toSet());
        return metered.all().stream()
                .filter(one -> one.instruments().stream().anyMatch(isOneOf(claimed)))
                .flatMap(one -> one.meterIds().stream())
                .distinct()
                .toList();
    }

    private static Predicate<HeldInstrument> isOneOf(Set<String> instrumentIds) {
        return held -> instrumentIds.contains(held.instrumentId());
    }

    /// @param claims those to be laid out
    /// @param everybodys everything allocated that overlaps their time, at any site
    /// @param asked the local days that the hours are of
    /// @param hours the hours of the plants' meters among others
    /// @throws TooManyHours when more is asked for than fits memory
    public List<Laid> lay(
            List<Claimed> claims, List<Claimed> everybodys, Span asked, HourlySeries.Hours hours) {
        var plants = new Plants(asked, hours);
        Set<UUID> wanted = claims.stream().map(Claimed::allocationId).collect(Collectors.toSet());
        var laid = new ArrayList<Laid>();
        for (Claimed claim : claims) {
            laid.add(plants.add(claim));
        }
        everybodys.stream()
                .filter(other -> !wanted.contains(other.allocationId()))
                .forEach(plants::share);
        plants.layOut();
        return List.copyOf(laid);
    }

    /// The hours of plants, shared by the claims on them.
    private final class Plants {

        private final Span asked;
        private final HourlySeries.Hours hours;
        private final Map<String, MeteredClaim> byInstrument = new HashMap<>();
        private final Map<String, MeterHours> meters;

        /// Of claims whose hours are not known, and so never written to.
        private final long[] none;

        private final List<Part> parts = new ArrayList<>();
        private final Map<Others, Long> otherDays = new HashMap<>();

        Plants(Span asked, HourlySeries.Hours hours) {
            this.asked = asked;
            this.hours = hours;
            this.none = new long[hours.count()];
            metered.all()
                    .forEach(one ->
                            one.instruments()
                                    .forEach(held -> byInstrument.put(held.instrumentId(), one)));
            this.meters =
                    hours.meters().stream()
                            .collect(
                                    Collectors.toMap(
                                            measured -> measured.meter().meterId(),
                                            Function.identity(),
                                            (one, other) -> one));
        }

        /// What meters generated on days that the hours are not of.
        private record Others(List<String> meterIds, Span days) {}

        /// A claim whose plants and time are known.
        ///
        /// @param laid the hours of it, or empty where they are not asked for
        private record Part(MeteredClaim of, Span time, long claimedJoules, Optional<Laid> laid) {}

        /// A claim that is asked for.
        Laid add(Claimed claim) {
            MeteredClaim of = byInstrument.get(claim.instrumentId());
            if (of == null) {
                return notKnown(
                        claim,
                        Optional.empty(),
                        "The instrument names no meter (generationMeters) that tells the hours of the plant.");
            }
            Optional<String> reason = notKnown(claim, of);
            if (reason.isPresent()) {
                return notKnown(claim, Optional.of(of), reason.get());
            }
            Span time = common(claim.period(), of.vintage()).orElseThrow();
            TooManyHours.check(meters.size(), parts.size() + 1, hours.count());
            var laid =
                    new Laid(
                            claim,
                            Optional.of(of),
                            MeteredClaims.joules(claim.energyKwh()),
                            new long[hours.count()],
                            Optional.empty(),
                            unmeasured(of, time));
            parts.add(new Part(of, time, laid.claimedJoules(), Optional.of(laid)));
            return laid;
        }

        /// A claim that takes its share of the hours of the others.
        void share(Claimed other) {
            Optional.ofNullable(byInstrument.get(other.instrumentId()))
                    .filter(of -> parts.stream().anyMatch(part -> part.of().sharesMeters(of)))
                    .filter(of -> !isOpen(other, of))
                    .ifPresent(of -> share(other, of));
        }

        private void share(Claimed other, MeteredClaim of) {
            Optional<Span> time = common(other.period(), of.vintage()).filter(asked::overlaps);
            if (time.isPresent()) {
                TooManyHours.check(meters.size(), parts.size() + 1, hours.count());
                parts.add(
                        new Part(
                                of,
                                time.get(),
                                MeteredClaims.joules(other.energyKwh()),
                                Optional.empty()));
            }
        }

        private Laid notKnown(Claimed claim, Optional<MeteredClaim> of, String reason) {
            return new Laid(
                    claim,
                    of,
                    MeteredClaims.joules(claim.energyKwh()),
                    none,
                    Optional.of(reason),
                    new BitSet());
        }

        private Optional<String> notKnown(Claimed claim, MeteredClaim of) {
            List<String> unknown =
                    of.meterIds().stream().filter(id -> !meters.containsKey(id)).toList();
            if (!unknown.isEmpty()) {
                return Optional.of("No interval of the meters %s is on file.".formatted(unknown));
            }
            Optional<String> notAPlant =
                    of.meterIds().stream()
                            .filter(id ->
                                    meter(id).meter().source().flow() != Flow.RENEWABLE_PURCHASE)
                            .findFirst();
            if (notAPlant.isPresent()) {
                return Optional.of(
                        "The meter '%s' does not tell the generation of a plant under contract; name one of source PURCHASED_RENEWABLE."
                                .formatted(notAPlant.get()));
            }
            Optional<Span> time = common(claim.period(), of.vintage());
            if (time.isEmpty()) {
                return Optional.of("It was not generated during %s.".formatted(claim.period()));
            }
            return isOpen(claim, of)
                    ? Optional.of("The time of the claim, %s,%s".formatted(time.get(), NOT_OVER))
                    : Optional.empty();
        }

        /// Whether its plants still generate, so that the part of each hour is not known yet.
        private boolean isOpen(Claimed claim, MeteredClaim of) {
            LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
            return common(claim.period(), of.vintage())
                    .filter(time -> time.end().isAfter(today))
                    .isPresent();
        }

        private MeterHours meter(String id) {
            return Optional.ofNullable(meters.get(id)).orElseThrow();
        }

        private BitSet unmeasured(MeteredClaim of, Span time) {
            var unmeasured = new BitSet();
            for (String id : of.meterIds()) {
                MeterHours meter = meter(id);
                for (int hour = from(meter, time); hour < to(meter, time); hour++) {
                    if (meter.isExpected(hour) && !meter.isWhole(hour)) {
                        unmeasured.set(hour);
                    }
                }
            }
            return unmeasured;
        }

        private int from(MeterHours meter, Span time) {
            return Math.max(0, hours.hourOf(time.start(), clockOf(meter)));
        }

        private int to(MeterHours meter, Span time) {
            return Math.min(hours.count(), hours.hourOf(time.end(), clockOf(meter)));
        }

        private ZoneId clockOf(MeterHours meter) {
            return Optional.ofNullable(hours.places().get(meter.meter().siteId()))
                    .map(Site::timeZone)
                    .orElse(ZoneOffset.UTC);
        }

        /// Meter by meter, and in each hour of it no more than it generated.
        void layOut() {
            var totals = new long[parts.size()];
            var before = new long[parts.size()];
            for (int i = 0; i < totals.length; i++) {
                totals[i] = total(parts.get(i));
            }
            Set<String> shared = new TreeSet<>();
            parts.forEach(part -> shared.addAll(part.of().meterIds()));
            for (String id : shared) {
                if (meters.containsKey(id)) {
                    layOut(meter(id), totals, before);
                }
            }
        }

        private void layOut(MeterHours meter, long[] totals, long[] before) {
            var its = new ArrayList<Part>();
            var wanted = new ArrayList<long[]>();
            for (int i = 0; i < totals.length; i++) {
                Part part = parts.get(i);
                if (part.of().meterIds().contains(meter.meter().meterId())) {
                    long[] generation = generation(meter, part.time());
                    its.add(part);
                    wanted.add(
                            ClaimedHours.spread(
                                    generation, before[i], part.claimedJoules(), totals[i]));
                    before[i] += LongStream.of(generation).sum();
                }
            }
            List<long[]> given = ClaimedHours.sharing(meter.joules(), wanted);
            for (int i = 0; i < its.size(); i++) {
                long[] more = given.get(i);
                its.get(i).laid().ifPresent(laid -> add(more, laid.joules()));
            }
        }

        private long[] generation(MeterHours meter, Span time) {
            var generation = new long[hours.count()];
            int from = from(meter, time);
            int to = to(meter, time);
            if (from < to) {
                System.arraycopy(meter.joules(), from, generation, from, to - from);
            }
            return generation;
        }

        /// What the plants of a claim generated in its time: of the hours that are on hand the sum
        /// of these, so that nothing is lost at midnights that are not those of UTC.
        private long total(Part part) {
            long total = otherDays(part);
            for (String id : part.of().meterIds()) {
                if (meters.containsKey(id)) {
                    MeterHours meter = meter(id);
                    for (int hour = from(meter, part.time());
                            hour < to(meter, part.time());
                            hour++) {
                        total += meter.joules()[hour];
                    }
                }
            }
            return total;
        }

        private long otherDays(Part part) {
            Span time = part.time();
            List<String> known = part.of().meterIds().stream().filter(meters::containsKey).toList();
            List<String> others =
                    part.of().meterIds().stream().filter(id -> !meters.containsKey(id)).toList();
            long joules = others.isEmpty() ? 0 : generated(others, time);
            if (!time.overlaps(asked)) {
                return joules + generated(known, time);
            }
            if (time.start().isBefore(asked.start())) {
                joules += generated(known, new Span(time.start(), asked.start()));
            }
            if (time.end().isAfter(asked.end())) {
                joules += generated(known, new Span(asked.end(), time.end()));
            }
            return joules;
        }

        private long generated(List<String> meterIds, Span days) {
            return otherDays.computeIfAbsent(
                    new Others(meterIds, days), asking -> series.generated(meterIds, days));
        }

        private void add(long[] more, long[] to) {
            for (int hour = 0; hour < to.length; hour++) {
                to[hour] += more[hour];
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
