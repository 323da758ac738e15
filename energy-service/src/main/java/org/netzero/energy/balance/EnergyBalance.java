package org.netzero.energy.balance;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.netzero.energy.carrier.EnergyCarrier;
import org.netzero.energy.carrier.Flow;
import org.netzero.energy.carrier.HeatingValueSet;

/// The energy used in a period. Direct energy is the fuels burnt, indirect energy what was bought
/// from grids and networks; power from own fuel is never added to its fuel. All amounts are kWh,
/// exact sums of their lines, of fuels on net calorific value. What is not on file is empty, never
/// zero.
///
/// @param period the local days asked for
/// @param heatingValues the set the energy of fuels was computed by
/// @param lines what was added, with its energy
/// @param uses what instruments claim of it
/// @param findings what was left out and what is doubtful
public record EnergyBalance(
        Span period,
        String heatingValues,
        List<BalanceLine> lines,
        List<InstrumentUse> uses,
        List<Finding> findings) {

    /// How the renewable share is defined here.
    public static final String CONVENTION =
            "Renewable share of electricity = (electricity bought as renewable + own photovoltaic and wind generation used on site whose attributes were kept)"
                    + " / (electricity bought + own generation used on site). Exports of a site are taken from its own generation, renewable first."
                    + " Bought as renewable is what renewable instruments allocated to the consumption cover, if the Scope 2 Guidance or RE100 is met, or what is"
                    + " stated of the same site and period: the larger, never both, up to the electricity bought. The findings say where claims exceed it,"
                    + " where no certificate or contract is on file, and what is allocated but not retired.";

    /// The balance of a period, with what instruments claim of it.
    ///
    /// @param items everything on file that overlaps the period: of the whole company, or of one
    ///   site
    /// @param uses everything allocated that overlaps the period, likewise
    /// @param rankings which sources count at each site
    public static EnergyBalance of(
            Span period,
            Collection<EnergyItem> items,
            Collection<InstrumentUse> uses,
            HeatingValueSet heatingValues,
            SourceRankings rankings) {
        var findings = new ArrayList<Finding>();
        List<BalanceLine> counted =
                ranked(within(period, items, findings), rankings, findings).stream()
                        .map(item ->
                                new BalanceLine(
                                        item,
                                        heatingValues.contentOf(
                                                item.series().carrier(), item.quantity())))
                        .toList();
        Parts parts = Parts.of(counted);
        findings.addAll(parts.findings());
        List<BalanceLine> lines =
                parts.added().stream()
                        .sorted(
                                Comparator.comparing((BalanceLine line) -> line.item().series())
                                        .thenComparing(line -> line.item().period().start()))
                        .toList();
        List<InstrumentUse> within = usesWithin(period, uses, findings);
        findings.addAll(
                new EnergyBalance(period, heatingValues.id(), lines, within, List.of()).doubts());
        return new EnergyBalance(period, heatingValues.id(), lines, within, List.copyOf(findings));
    }

    private static List<InstrumentUse> usesWithin(
            Span period, Collection<InstrumentUse> uses, List<Finding> findings) {
        uses.stream()
                .filter(use -> use.period().overlaps(period) && !period.contains(use.period()))
                .forEach(use ->
                        findings.add(
                                new Finding(
                                        FindingCode.RECORD_NOT_SPLIT,
                                        use.subject(),
                                        "%s kWh allocated to %s are not split, so %s does not contain them"
                                                .formatted(
                                                        use.energyKwh().toPlainString(),
                                                        use.period(),
                                                        period))));
        return uses.stream()
                .filter(use -> period.contains(use.period()))
                .sorted(Comparator.comparing(InstrumentUse::subject))
                .toList();
    }

    private static List<EnergyItem> within(
            Span period, Collection<EnergyItem> items, List<Finding> findings) {
        Map<Boolean, List<EnergyItem>> inside =
                items.stream()
                        .filter(item -> item.series().source().flow().entersBalance())
                        .filter(item -> item.period().overlaps(period))
                        .collect(Collectors.partitioningBy(item -> period.contains(item.period())));
        inside.getOrDefault(false, List.of())
                .forEach(item ->
                        findings.add(
                                new Finding(
                                        FindingCode.RECORD_NOT_SPLIT,
                                        item.subject(),
                                        "%s for %s is not split, so %s does not contain it"
                                                .formatted(
                                                        item.quantity(), item.period(), period))));
        return inside.getOrDefault(true, List.of());
    }

    private static List<EnergyItem> ranked(
            List<EnergyItem> items, SourceRankings rankings, List<Finding> findings) {
        Map<Series, List<EnergyItem>> bySeries =
                items.stream()
                        .collect(
                                Collectors.groupingBy(
                                        EnergyItem::series, TreeMap::new, Collectors.toList()));
        return bySeries.entrySet().stream()
                .map(known -> Ranking.of(known.getValue(), rankings.of(known.getKey())))
                .flatMap(ranking -> {
                    findings.addAll(ranking.findings());
                    return ranking.counted().stream();
                })
                .toList();
    }

    /// Fuels burnt on site and in own vehicles.
    public Optional<BigDecimal> directKwh() {
        return sum(Flow.COMBUSTION);
    }

    /// Electricity, heat, steam and cooling bought.
    public Optional<BigDecimal> indirectKwh() {
        return sum(Flow.PURCHASE);
    }

    /// Direct plus indirect energy.
    public Optional<BigDecimal> asPublishedKwh() {
        return sum(line -> line.isOf(Flow.COMBUSTION) || line.isOf(Flow.PURCHASE));
    }

    /// Direct and indirect energy plus own renewable generation, less what was handed over: energy
    /// consumption within the organisation as GRI 302-1 counts it.
    public Optional<BigDecimal> gri302Kwh() {
        Optional<BigDecimal> added =
                sum(line ->
                        line.isOf(Flow.COMBUSTION)
                                || line.isOf(Flow.PURCHASE)
                                || line.isOf(Flow.OWN_RENEWABLE));
        return added.map(kwh -> kwh.subtract(sum(Flow.EXPORT).orElse(BigDecimal.ZERO)));
    }

    /// Electricity bought as renewable: covered by instruments or stated, the larger of the two for
    /// the same site and period. What is claimed beyond [#electricityPurchasedKwh()] counts in no
    /// share.
    public Optional<BigDecimal> renewablePurchasedKwh() {
        return renewablePurchases().countedKwh();
    }

    private RenewablePurchases renewablePurchases() {
        return RenewablePurchases.of(
                lines.stream().filter(line -> line.isOf(Flow.RENEWABLE_PURCHASE)).toList(),
                uses.stream()
                        .filter(InstrumentUse::covers)
                        .filter(InstrumentUse::counted)
                        .toList());
    }

    /// Renewable electricity that instruments cover and a rule set accepts. Empty when there is
    /// none.
    public Optional<BigDecimal> coveredByInstrumentsKwh() {
        return uses.stream()
                .filter(InstrumentUse::covers)
                .filter(InstrumentUse::counted)
                .map(InstrumentUse::energyKwh)
                .reduce(BigDecimal::add);
    }

    /// Own generation used on site whose attributes went to somebody else. Empty when none did.
    public Optional<BigDecimal> attributesSoldKwh() {
        return uses.stream()
                .filter(use -> !use.covers())
                .map(InstrumentUse::energyKwh)
                .reduce(BigDecimal::add);
    }

    /// Own renewable generation used on site whose attributes were kept.
    public Optional<BigDecimal> ownRenewableKeptKwh() {
        BigDecimal sold = attributesSoldKwh().orElse(BigDecimal.ZERO);
        return ownRenewableKwh().map(own -> own.subtract(sold).max(BigDecimal.ZERO));
    }

    /// Own photovoltaic and wind generation less the exports of each site.
    public Optional<BigDecimal> ownRenewableKwh() {
        return OwnGeneration.of(lines).renewableKwh();
    }

    /// Power of own combined plants less the exports of each site that exceed its renewable
    /// generation.
    public Optional<BigDecimal> ownCogenerationKwh() {
        return OwnGeneration.of(lines).cogenerationKwh();
    }

    /// Charged less discharged. Empty unless both are on file.
    public Optional<BigDecimal> storageLossKwh() {
        return sum(Flow.STORAGE_CHARGE)
                .flatMap(charged -> sum(Flow.STORAGE_DISCHARGE).map(charged::subtract));
    }

    public Optional<BigDecimal> electricityPurchasedKwh() {
        return sum(line -> line.isOf(Flow.PURCHASE) && isElectricity(line));
    }

    /// Electricity used: purchased + generated − exported + discharged − charged.
    public Optional<BigDecimal> electricityConsumedKwh() {
        return electricityUsedKwh()
                .map(used ->
                        used.add(sum(Flow.STORAGE_DISCHARGE).orElse(BigDecimal.ZERO))
                                .subtract(sum(Flow.STORAGE_CHARGE).orElse(BigDecimal.ZERO)));
    }

    /// The numerator of the renewable share, never above its denominator. Empty when neither
    /// renewable purchases, with the purchase they are a part of, nor own generation are on file.
    public Optional<BigDecimal> renewableKwh() {
        return plus(countedRenewablePurchasedKwh(), ownRenewableKeptKwh());
    }

    /// Claims up to the electricity bought; without a purchase there is nothing they are a part of.
    private Optional<BigDecimal> countedRenewablePurchasedKwh() {
        return renewablePurchasedKwh()
                .flatMap(claimed -> electricityPurchasedKwh().map(claimed::min));
    }

    /// The denominator of the renewable share: purchased plus own generation used on site. Empty
    /// when no electricity is on file.
    public Optional<BigDecimal> electricityUsedKwh() {
        return plus(electricityPurchasedKwh(), plus(ownRenewableKwh(), ownCogenerationKwh()));
    }

    public List<EnergyCarrier> carriers() {
        return lines.stream()
                .filter(line -> line.isOf(Flow.COMBUSTION) || line.isOf(Flow.PURCHASE))
                .map(line -> line.item().series().carrier())
                .distinct()
                .sorted()
                .toList();
    }

    /// The lines of a carrier that enter the total [#asPublishedKwh()].
    public List<BalanceLine> consumptionOf(EnergyCarrier carrier) {
        return lines.stream()
                .filter(line -> line.item().series().carrier() == carrier)
                .filter(line -> line.isOf(Flow.COMBUSTION) || line.isOf(Flow.PURCHASE))
                .toList();
    }

    private BigDecimal exportedKwh() {
        return sum(line -> line.isOf(Flow.EXPORT) && isElectricity(line)).orElse(BigDecimal.ZERO);
    }

    private List<Finding> doubts() {
        return Stream.of(
                        nothingOnFile("direct", directKwh(), "no fuel"),
                        nothingOnFile("indirect", indirectKwh(), "no purchased energy"),
                        renewablePurchases().findings().stream(),
                        claimsNotCounted(),
                        provisionalClaims(),
                        soldAboveOwnGeneration(),
                        renewableAbovePurchased(),
                        exportAboveGeneration(),
                        noHeatingValue())
                .flatMap(found -> found)
                .toList();
    }

    private Stream<Finding> nothingOnFile(String subject, Optional<BigDecimal> kwh, String what) {
        return kwh.isPresent()
                ? Stream.empty()
                : Stream.of(
                        new Finding(
                                FindingCode.NOTHING_ON_FILE,
                                subject,
                                "%s is on file for %s; this is missing, not zero"
                                        .formatted(what, period)));
    }

    private Stream<Finding> claimsNotCounted() {
        return uses.stream()
                .filter(InstrumentUse::covers)
                .filter(use -> !use.counted())
                .map(use ->
                        new Finding(
                                FindingCode.CLAIM_NOT_COUNTED,
                                use.subject(),
                                "%s kWh are allocated, but neither the Scope 2 Guidance nor RE100 is met, so they count in no share; the allocation's verdicts give the reasons"
                                        .formatted(use.energyKwh().toPlainString())));
    }

    private Stream<Finding> provisionalClaims() {
        return uses.stream()
                .filter(InstrumentUse::provisional)
                .map(use ->
                        new Finding(
                                FindingCode.PROVISIONAL_CLAIM,
                                use.subject(),
                                "%s kWh are allocated and not yet retired; retire them, or release the allocation"
                                        .formatted(use.energyKwh().toPlainString())));
    }

    private Stream<Finding> soldAboveOwnGeneration() {
        BigDecimal own = ownRenewableKwh().orElse(BigDecimal.ZERO);
        return attributesSoldKwh().filter(sold -> sold.compareTo(own) > 0).stream()
                .map(sold ->
                        new Finding(
                                FindingCode.SOLD_ABOVE_OWN_GENERATION,
                                "ELECTRICITY",
                                "the attributes of %s kWh were sold, %s kWh of own renewable generation were used on site"
                                        .formatted(sold.toPlainString(), own.toPlainString())));
    }

    private Stream<Finding> renewableAbovePurchased() {
        Optional<BigDecimal> claimed = renewablePurchasedKwh();
        BigDecimal purchased = electricityPurchasedKwh().orElse(BigDecimal.ZERO);
        return claimed.filter(kwh -> kwh.compareTo(purchased) > 0).stream()
                .map(kwh ->
                        new Finding(
                                FindingCode.RENEWABLE_ABOVE_PURCHASED,
                                "ELECTRICITY",
                                "%s kWh are claimed as renewable, %s kWh were bought; the share counts no more than was bought. Record the purchase they are a part of, or correct the claim"
                                        .formatted(
                                                kwh.toPlainString(), purchased.toPlainString())));
    }

    private Stream<Finding> exportAboveGeneration() {
        BigDecimal generated =
                sum(line ->
                                isElectricity(line)
                                        && (line.isOf(Flow.OWN_RENEWABLE)
                                                || line.isOf(Flow.OWN_COGENERATION)
                                                || line.isOf(Flow.STORAGE_DISCHARGE)))
                        .orElse(BigDecimal.ZERO);
        BigDecimal exported = exportedKwh();
        return exported.compareTo(generated) <= 0
                ? exportAboveGenerationOfSites()
                : Stream.of(
                        new Finding(
                                FindingCode.EXPORT_ABOVE_GENERATION,
                                "ELECTRICITY",
                                "%s kWh were exported, %s kWh generated or given back by storage"
                                        .formatted(
                                                exported.toPlainString(),
                                                generated.toPlainString())));
    }

    private Stream<Finding> exportAboveGenerationOfSites() {
        return OwnGeneration.of(lines).exceededKwh().entrySet().stream()
                .map(site ->
                        new Finding(
                                FindingCode.EXPORT_ABOVE_GENERATION,
                                site.getKey() + "/ELECTRICITY",
                                "%s kWh were exported beyond what the site generated or its storage gave back; they are taken from no other site's generation"
                                        .formatted(site.getValue().toPlainString())));
    }

    private Stream<Finding> noHeatingValue() {
        return lines.stream()
                .filter(line -> line.energy().isEmpty())
                .map(line ->
                        new Finding(
                                FindingCode.NO_HEATING_VALUE,
                                line.item().subject(),
                                "%s gives no energy content for %s of %s; its energy is missing from the totals"
                                        .formatted(
                                                heatingValues,
                                                line.item().quantity(),
                                                line.item().series().carrier())));
    }

    private Optional<BigDecimal> sum(Flow flow) {
        return sum(line -> line.isOf(flow));
    }

    private Optional<BigDecimal> sum(Predicate<BalanceLine> which) {
        return lines.stream()
                .filter(which)
                .flatMap(line -> line.energy().stream())
                .map(energy -> energy.energyKwh())
                .reduce(BigDecimal::add);
    }

    private static boolean isElectricity(BalanceLine line) {
        return line.item().series().carrier() == EnergyCarrier.ELECTRICITY;
    }

    private static Optional<BigDecimal> plus(Optional<BigDecimal> a, Optional<BigDecimal> b) {
        return Stream.of(a, b).flatMap(Optional::stream).reduce(BigDecimal::add);
    }
}
