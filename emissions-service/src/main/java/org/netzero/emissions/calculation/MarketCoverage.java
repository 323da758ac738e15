package org.netzero.emissions.calculation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What of purchased energy takes another rate than the mix: instruments in the order of
/// [MarketTier], then what is stated as renewable beyond them. Each goes against the purchases of
/// its own site first, then against the group's remainder. A kilowatt-hour is covered once, and
/// never one that was not purchased.
///
/// Where a tier has more than there is room for, what is retired stands before what is not, and a
/// higher rate before a lower one, so that a surplus never makes the figure smaller.
final class MarketCoverage {

    /// What has energy to cover purchases with: an instrument, or the statement of a site.
    private record Source(
            MarketTier tier, String siteId, Optional<ContractualInstrument> instrument) {

        static Source of(ContractualInstrument instrument) {
            return new Source(
                    instrument.kind().tier(), instrument.siteId(), Optional.of(instrument));
        }

        static Source statedBy(String siteId) {
            return new Source(MarketTier.STATED, siteId, Optional.empty());
        }

        List<Slice> suiting(List<Slice> purchases) {
            return instrument.map(its -> its.suiting(purchases)).orElse(purchases);
        }

        BigDecimal mostKwh(Slice purchase) {
            BigDecimal all = purchase.knownEnergyKwh();
            return instrument
                    .map(its -> purchase.partWithin(its.start(), its.end(), all))
                    .orElse(all);
        }
    }

    /// A part of a purchase that takes the rate of an instrument, or 0 as stated.
    record Covered(MarketTier tier, Optional<ContractualInstrument> instrument, BigDecimal kwh) {

        BigDecimal kilograms() {
            return instrument.map(its -> its.kgCo2ePerKwh().multiply(kwh)).orElse(BigDecimal.ZERO);
        }
    }

    private static final Comparator<ContractualInstrument> ORDER =
            Comparator.comparing((ContractualInstrument its) -> its.kind().tier())
                    .thenComparing(its -> !its.retired())
                    .thenComparing(ContractualInstrument::kgCo2ePerKwh, Comparator.reverseOrder())
                    .thenComparing(ContractualInstrument::siteId)
                    .thenComparing(ContractualInstrument::allocationId);

    private final Set<String> groupSites;
    private final List<Slice> purchasesOfGroup;
    private final Map<String, List<Slice>> purchasesOfSite = new HashMap<>();
    private final Map<Source, List<Slice>> suiting = new HashMap<>();
    private final Allotment<Source, Slice> allotment;
    private final Map<ContractualInstrument, BigDecimal> surplusKwh = new HashMap<>();
    private final TreeMap<String, BigDecimal> statedWithoutPurchaseKwh = new TreeMap<>();

    /// @param instruments those that cover consumption, whatever their verdict
    /// @param stated purchased renewable energy
    MarketCoverage(
            List<ContractualInstrument> instruments,
            List<Slice> stated,
            List<Slice> purchases,
            Set<String> groupSites) {
        this.groupSites = groupSites;
        this.purchasesOfGroup =
                purchases.stream().filter(its -> groupSites.contains(its.siteId())).toList();
        purchases.forEach(purchase ->
                purchasesOfSite
                        .computeIfAbsent(purchase.siteId(), site -> new ArrayList<>())
                        .add(purchase));
        this.allotment =
                new Allotment<>(purchases, Slice::knownEnergyKwh, this::placesOf, Source::mostKwh);
        instruments.stream()
                .filter(ContractualInstrument::isAccepted)
                .sorted(ORDER)
                .forEach(
                        its -> surplusKwh.put(its, allotment.add(Source.of(its), its.energyKwh())));
        Map<String, BigDecimal> beyond = beyondInstruments(stated, instruments);
        groupsFirst(beyond.keySet())
                .forEach(site ->
                        statedWithoutPurchaseKwh.put(
                                site,
                                allotment.add(
                                        Source.statedBy(site),
                                        beyond.getOrDefault(site, BigDecimal.ZERO))));
        statedWithoutPurchaseKwh.values().removeIf(open -> open.signum() == 0);
    }

    private List<Slice> placesOf(Source source) {
        return suiting.computeIfAbsent(
                source,
                asked ->
                        Stream.of(ownPurchases(asked.siteId()), othersOfGroup(asked.siteId()))
                                .flatMap(purchases -> asked.suiting(purchases).stream())
                                .toList());
    }

    private List<Slice> ownPurchases(String siteId) {
        return purchasesOfSite.getOrDefault(siteId, List.of());
    }

    private List<Slice> othersOfGroup(String siteId) {
        return purchasesOfGroup.stream().filter(its -> !its.siteId().equals(siteId)).toList();
    }

    private List<String> groupsFirst(Set<String> sites) {
        return sites.stream()
                .sorted(
                        Comparator.comparing((String site) -> !groupSites.contains(site))
                                .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /// A site's statement and its renewable instruments are one claim where their periods overlap:
    /// what counts is the larger. Instruments of sites beyond what those state are parts of what
    /// the group states, and those of the group beyond that are parts of what its sites state. One
    /// whose criteria are not met takes the part of the statement that it stands behind with it.
    private Map<String, BigDecimal> beyondInstruments(
            List<Slice> stated, List<ContractualInstrument> instruments) {
        var behind =
                new Allotment<ContractualInstrument, Slice>(
                        stated, Slice::knownEnergyKwh, its -> statementsOf(its, stated));
        instruments.stream()
                .filter(ContractualInstrument::renewable)
                .sorted(
                        Comparator.comparing((ContractualInstrument its) ->
                                        groupSites.contains(its.siteId()))
                                .thenComparing(ContractualInstrument::siteId)
                                .thenComparing(ContractualInstrument::allocationId))
                .forEach(its -> behind.add(its, its.isAccepted() ? usedKwh(its) : its.energyKwh()));
        var beyond = new TreeMap<String, BigDecimal>();
        stated.forEach(claim -> {
            BigDecimal told =
                    behind.of(claim).values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            beyond.merge(claim.siteId(), claim.knownEnergyKwh().subtract(told), BigDecimal::add);
        });
        return beyond;
    }

    /// The statements that may tell of an instrument's energy: of its own site first, then a site's
    /// of those of the group, and the group's of those of all sites in the order of their ids.
    private List<Slice> statementsOf(ContractualInstrument instrument, List<Slice> stated) {
        boolean ofGroup = groupSites.contains(instrument.siteId());
        return stated.stream()
                .filter(claim -> claim.overlaps(instrument.start(), instrument.end()))
                .filter(claim ->
                        ofGroup
                                || groupSites.contains(claim.siteId())
                                || claim.siteId().equals(instrument.siteId()))
                .sorted(
                        Comparator.comparing((Slice claim) ->
                                        !claim.siteId().equals(instrument.siteId()))
                                .thenComparing(Slice::siteId)
                                .thenComparing(Slice::record))
                .toList();
    }

    /// The parts of a purchase that are covered, in the order of the tiers.
    List<Covered> of(Slice purchase) {
        return allotment.of(purchase).entrySet().stream()
                .map(part ->
                        new Covered(
                                part.getKey().tier(), part.getKey().instrument(), part.getValue()))
                .sorted(
                        Comparator.comparing(Covered::tier)
                                .thenComparing(part ->
                                        part.instrument()
                                                .map(ContractualInstrument::allocationId)
                                                .orElse("")))
                .toList();
    }

    /// What of an accepted instrument covers purchases, in kWh.
    BigDecimal usedKwh(ContractualInstrument instrument) {
        return instrument.energyKwh().subtract(surplusKwh(instrument));
    }

    /// What of an accepted instrument has no purchase to belong to, in kWh.
    BigDecimal surplusKwh(ContractualInstrument instrument) {
        return surplusKwh.getOrDefault(instrument, BigDecimal.ZERO);
    }

    /// Per site what is stated as renewable but was never purchased, in kWh.
    Map<String, BigDecimal> statedWithoutPurchaseKwh() {
        return statedWithoutPurchaseKwh;
    }
}
