package org.netzero.energy.report;

import java.math.BigInteger;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.netzero.energy.balance.Finding;
import org.netzero.energy.balance.FindingCode;
import org.netzero.energy.balance.Span;
import org.netzero.energy.claim.Instrument;
import org.netzero.energy.claim.Technology;
import org.netzero.energy.instrument.Claimed;
import org.netzero.energy.instrument.MeteredClaim;
import org.netzero.energy.instrument.MeteredClaims;
import org.netzero.energy.matching.ClaimedHours;
import org.netzero.energy.meter.HourlySeries;
import org.netzero.energy.meter.MeterHours;
import org.netzero.energy.site.Site;
import org.netzero.energy.site.SiteKind;

/// The generation of plants under contract that may be matched. Where instruments name a plant's
/// meter, it is what they let the company claim here: not what expired, was handed on, is not
/// bought or comes without attributes, and not what is allocated to another zone or another time.
/// Less than was generated is the same part of every hour. Without an instrument all of it may be
/// matched, and a finding says so.
final class EligibleSupply {

    private final HourlySeries.Hours hours;
    private final List<MeteredClaim> claims;
    private final List<Claimed> claimed;
    private final Map<String, Site> places;
    private final Generated generated;
    private final List<Finding> findings;
    private final Map<MeteredClaim, Map<String, Long>> generatedByZone = new HashMap<>();

    /// What meters measured in days, in joules.
    @FunctionalInterface
    interface Generated {
        long of(List<String> meterIds, Span days);
    }

    /// @param claimed everything allocated of these claims
    /// @param places the sites it is allocated to
    /// @param findings learns what is doubtful
    EligibleSupply(
            HourlySeries.Hours hours,
            List<MeteredClaim> claims,
            List<Claimed> claimed,
            Map<String, Site> places,
            Generated generated,
            List<Finding> findings) {
        this.hours = hours;
        this.claims = claims;
        this.claimed = claimed;
        this.places = places;
        this.generated = generated;
        this.findings = findings;
    }

    /// The eligible supply of a zone, in each hour.
    ///
    /// @param carbonFree the same of plants that emit nothing, nuclear ones among them
    /// @param carbonFreeKnown whether the technology of all is stated
    // nobody compares two of them
    @SuppressWarnings("ArrayRecordComponent")
    record Supply(long[] renewable, long[] carbonFree, boolean carbonFreeKnown) {

        boolean isAllTheSame() {
            return Arrays.equals(renewable, carbonFree);
        }
    }

    Supply of(String zone, List<MeterHours> plants) {
        var renewable = new long[hours.count()];
        var carbonFree = new long[hours.count()];
        boolean known = true;
        for (MeterHours plant : plants) {
            List<MeteredClaim> its =
                    claims.stream()
                            .filter(claim -> claim.meterIds().contains(plant.meter().meterId()))
                            .toList();
            if (its.isEmpty()) {
                known &= addUnclaimed(plant, renewable, carbonFree);
            } else {
                addClaimed(zone, plant, its, renewable, carbonFree);
            }
        }
        return new Supply(renewable, carbonFree, known);
    }

    private boolean addUnclaimed(MeterHours plant, long[] renewable, long[] carbonFree) {
        long all = Arrays.stream(plant.joules()).sum();
        if (all == 0) {
            return true;
        }
        String meterId = plant.meter().meterId();
        findings.add(
                new Finding(
                        FindingCode.SUPPLY_WITHOUT_INSTRUMENT,
                        meterId,
                        "no instrument on file names the meter '%s'; its %s kWh are matched as its source says. Register the certificate or contract with generationMeters"
                                .formatted(meterId, Presentation.kwh(all).toPlainString())));
        Optional<Technology> technology = plant.meter().technology();
        if (technology.filter(of -> of == Technology.NUCLEAR).isEmpty()) {
            add(plant.joules(), renewable);
        }
        if (technology.filter(Technology::isZeroRate).isPresent()) {
            add(plant.joules(), carbonFree);
        }
        if (technology.isEmpty()) {
            findings.add(
                    new Finding(
                            FindingCode.SUPPLY_TECHNOLOGY_UNKNOWN,
                            meterId,
                            "how the plant of '%s' makes its power is not stated, so there is no carbon-free score; PUT the meter with its technology"
                                    .formatted(meterId)));
        }
        return technology.isPresent();
    }

    private void addClaimed(
            String zone,
            MeterHours plant,
            List<MeteredClaim> its,
            long[] renewable,
            long[] carbonFree) {
        var left = plant.joules().clone();
        for (MeteredClaim claim : its) {
            long[] part = claimable(zone, plant, claim);
            Instrument facts = claim.facts();
            boolean nuclear =
                    plant.meter().technology().filter(of -> of == Technology.NUCLEAR).isPresent();
            for (int hour = 0; hour < left.length; hour++) {
                long taken = Math.min(left[hour], part[hour]);
                left[hour] -= taken;
                renewable[hour] += facts.isRenewable() && !nuclear ? taken : 0;
                carbonFree[hour] += facts.isCarbonFree() ? taken : 0;
            }
        }
        long without = Arrays.stream(left).sum();
        if (without > 0) {
            findings.add(
                    new Finding(
                            FindingCode.SUPPLY_NOT_CLAIMABLE,
                            plant.meter().meterId(),
                            "%s of %s kWh of the meter '%s' cannot be claimed here by the instruments that name it (%s) and match nothing"
                                    .formatted(
                                            Presentation.kwh(without).toPlainString(),
                                            Presentation.kwh(Arrays.stream(plant.joules()).sum())
                                                    .toPlainString(),
                                            plant.meter().meterId(),
                                            its.stream()
                                                    .map(claim ->
                                                            claim.instruments()
                                                                    .getFirst()
                                                                    .instrumentId())
                                                    .toList())));
        }
    }

    private long[] claimable(String zone, MeterHours plant, MeteredClaim claim) {
        Site site = Optional.ofNullable(hours.places().get(plant.meter().siteId())).orElseThrow();
        ZoneId clock = site.timeZone();
        int from = Math.max(0, hours.hourOf(claim.vintage().start(), clock));
        int to = Math.min(hours.count(), hours.hourOf(claim.vintage().end(), clock));
        var generation = new long[hours.count()];
        for (int hour = from; hour < to; hour++) {
            generation[hour] = plant.joules()[hour];
        }
        Map<String, Long> byZone = generatedByZone.computeIfAbsent(claim, this::generatedByZone);
        return ClaimedHours.spread(
                generation, claimable(zone, claim, byZone), byZone.getOrDefault(zone, 0L));
    }

    /// What can be claimed in a zone, of all its plants: what is allocated there, as far as they
    /// generated it, and of what is not allocated a part as large as their part of the generation
    /// that is left.
    private long claimable(String zone, MeteredClaim claim, Map<String, Long> byZone) {
        long claimable = claim.claimableJoules();
        Map<String, Long> allocated = new TreeMap<>();
        for (Claimed one : claimed) {
            if (claim.isOf(one.instrumentId())) {
                long joules = MeteredClaims.joules(one.energyKwh());
                Optional<Site> site = Optional.ofNullable(places.get(one.siteId()));
                if (!one.covers() || !one.period().overlaps(claim.vintage())) {
                    claimable -= joules;
                } else if (site.filter(at -> at.kind() != SiteKind.GROUP).isPresent()) {
                    allocated.merge(site.get().zoneOfGrid(), joules, Long::sum);
                }
            }
        }
        long elsewhere = 0;
        long left = 0;
        for (Map.Entry<String, Long> at : allocated.entrySet()) {
            elsewhere += at.getKey().equals(zone) ? 0 : at.getValue();
        }
        for (Map.Entry<String, Long> at : byZone.entrySet()) {
            left += Math.max(0, at.getValue() - allocated.getOrDefault(at.getKey(), 0L));
        }
        long here = allocated.getOrDefault(zone, 0L);
        long generatedHere = byZone.getOrDefault(zone, 0L);
        long ofHere = Math.max(0, Math.min(Math.min(here, generatedHere), claimable - elsewhere));
        long free = Math.max(0, claimable - elsewhere - here);
        return ofHere + part(free, Math.max(0, generatedHere - here), left);
    }

    /// As much of something as a part is of a whole, and no more than the part.
    private static long part(long of, long part, long whole) {
        if (of >= whole || part == 0) {
            return part;
        }
        return BigInteger.valueOf(of)
                .multiply(BigInteger.valueOf(part))
                .divide(BigInteger.valueOf(whole))
                .longValueExact();
    }

    /// What the plants of a claim generated in its vintage, in each zone.
    private Map<String, Long> generatedByZone(MeteredClaim claim) {
        Map<String, List<String>> meters =
                hours.meters().stream()
                        .filter(meter -> claim.meterIds().contains(meter.meter().meterId()))
                        .collect(
                                Collectors.groupingBy(
                                        meter -> HourlyMatchings.zoneOf(meter, hours.places()),
                                        Collectors.mapping(
                                                meter -> meter.meter().meterId(),
                                                Collectors.toList())));
        return meters.entrySet().stream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                of -> generated.of(of.getValue(), claim.vintage())));
    }

    private static void add(long[] more, long[] to) {
        for (int hour = 0; hour < to.length; hour++) {
            to[hour] += more[hour];
        }
    }
}
