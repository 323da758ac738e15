package org.netzero.emissions.calculation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.netzero.emissions.calculation.MarketCoverage.Covered;
import org.netzero.emissions.factor.CalculationRefused;
import org.netzero.emissions.quality.RecordQuality;
import org.netzero.quantities.Intensity;
import org.netzero.quantities.Quantity;
import org.netzero.quantities.Unit;

/// Scope 2, twice. By location: (consumption − own generation used on site) × grid average, which
/// is purchased energy × grid average. By market: what instruments cover at the rates they convey,
/// what is stated as renewable beyond them at 0, the rest at the residual mix, or at the grid
/// average where no residual mix is known (Scope 2 Guidance, table 6.3).
final class PurchasedEnergyEmissions {

    /// The step of a trace that shows electricity at the rate of an instrument.
    static final String INSTRUMENT = "contractual instrument";

    private final Entries entries;
    private final ResidualMix residualMix;

    PurchasedEnergyEmissions(Entries entries) {
        this.entries = entries;
        this.residualMix = new ResidualMix(entries);
    }

    void add(EnergyCarrier carrier, List<Slice> purchases, MarketCoverage coverage) {
        for (Slice purchase : purchases) {
            try {
                entries.add(byLocation(carrier, purchase));
                entries.add(byMarket(carrier, purchase, coverage.of(purchase)));
            } catch (CalculationRefused refused) {
                entries.refused(refused, purchase.record());
            }
        }
        coverage.statedWithoutPurchaseKwh().forEach(this::claimedButNotPurchased);
    }

    private void claimedButNotPurchased(String site, BigDecimal kwh) {
        entries.add(
                Finding.open(
                        "RENEWABLE_EXCEEDS_PURCHASED",
                        site,
                        "%s kWh of purchased renewable electricity of '%s' in %d have no purchase to belong to and were not counted"
                                .formatted(kwh.toPlainString(), site, entries.year())));
    }

    private EmissionResult byLocation(EnergyCarrier carrier, Slice purchase) {
        Quantity energy = energy(purchase.knownEnergyKwh());
        Calculated calculated =
                entries.calculator().calculate(energy, residualMix.gridAverage(carrier, purchase));
        CalculationTrace trace =
                CalculationTrace.from()
                        .with("record", purchase.record())
                        .with("purchased", energy)
                        .step(
                                "scope 2, location-based",
                                "(consumption − own generation used on site) × grid average = purchased × grid average",
                                calculated.trace().output(),
                                purchase.stepsAnd(calculated.trace()));
        return result(
                carrier,
                purchase,
                Scope2Method.LOCATION_BASED,
                new Calculated(
                        calculated.emission(), calculated.factor(), calculated.flags(), trace),
                List.of());
    }

    private EmissionResult byMarket(EnergyCarrier carrier, Slice purchase, List<Covered> covered) {
        List<Covered> byInstruments =
                covered.stream().filter(part -> part.instrument().isPresent()).toList();
        BigDecimal coveredKwh = sum(covered);
        BigDecimal restKwh = purchase.knownEnergyKwh().subtract(coveredKwh);
        Optional<ResidualMix.Rest> rest =
                restKwh.signum() == 0 && !byInstruments.isEmpty()
                        ? Optional.empty()
                        : Optional.of(residualMix.of(carrier, purchase, energy(restKwh)));
        BigDecimal claimedKwh = coveredKwh.subtract(sum(byInstruments));
        if (claimedKwh.signum() > 0) {
            noInstrumentOnFile(purchase, energy(claimedKwh));
        }
        var supplies = new ArrayList<MarketSupply>();
        if (carrier == EnergyCarrier.ELECTRICITY) {
            covered.forEach(part -> supplies.add(supply(part)));
            rest.filter(its -> restKwh.signum() > 0)
                    .ifPresent(its ->
                            supplies.add(new MarketSupply(its.tier(), restKwh, Optional.empty())));
        }
        return result(
                carrier,
                purchase,
                Scope2Method.MARKET_BASED,
                calculated(purchase, byInstruments, energy(claimedKwh), energy(restKwh), rest),
                supplies);
    }

    private static MarketSupply supply(Covered part) {
        return new MarketSupply(
                part.tier(), part.kwh(), part.instrument().map(ContractualInstrument::ref));
    }

    private Calculated calculated(
            Slice purchase,
            List<Covered> byInstruments,
            Quantity claimed,
            Quantity rest,
            Optional<ResidualMix.Rest> byMix) {
        BigDecimal ofInstruments =
                byInstruments.stream()
                        .map(Covered::kilograms)
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        Emission ofMix =
                byMix.map(its -> its.calculated().emission())
                        .orElseGet(() -> Emission.none(entries.calculator().gwpSet()));
        Emission emission = ofMix.plusOfUnstatedSet(ofInstruments);
        var flags = new ArrayList<>(byMix.map(its -> its.calculated().flags()).orElse(List.of()));
        if (ofInstruments.signum() > 0 && !flags.contains(Calculated.GWP_SET_NOT_STATED)) {
            flags.add(Calculated.GWP_SET_NOT_STATED);
        }
        var steps = new ArrayList<CalculationTrace>();
        byInstruments.forEach(
                part -> part.instrument().ifPresent(its -> steps.add(ofInstrument(part, its))));
        if (!claimed.isZero()) {
            steps.add(asStated(claimed));
        }
        byMix.ifPresent(its -> steps.add(its.calculated().trace()));
        CalculationTrace.Inputs inputs =
                CalculationTrace.from()
                        .with("record", purchase.record())
                        .with("purchased", energy(purchase.knownEnergyKwh()));
        if (!byInstruments.isEmpty()) {
            inputs.with("covered by instruments", energy(sum(byInstruments)));
        }
        return new Calculated(
                emission,
                byMix.flatMap(its -> its.calculated().factor()),
                flags,
                inputs.with("claimed", claimed)
                        .with("rest", rest)
                        .step(
                                "scope 2, market-based",
                                formula(byInstruments, byMix),
                                new Quantity(emission.kilograms(), Unit.KG_CO2E),
                                purchase.stepsAnd(steps.toArray(CalculationTrace[]::new))));
    }

    private static String formula(List<Covered> byInstruments, Optional<ResidualMix.Rest> byMix) {
        return byInstruments.isEmpty()
                ? "claimed × 0 + (purchased − claimed) × residual mix"
                : "Σ covered × rate of its instrument + claimed × 0 + rest × "
                        + byMix.map(ResidualMix.Rest::rate).orElse("residual mix");
    }

    private static CalculationTrace ofInstrument(Covered part, ContractualInstrument instrument) {
        Quantity energy = energy(part.kwh());
        var rate = new Intensity(instrument.kgCo2ePerKwh(), Unit.KG_CO2E, Unit.KWH);
        return described(instrument)
                .with("tier", part.tier())
                .with("energy", energy)
                .with("rate", rate)
                .step(INSTRUMENT, "energy × rate that the instrument conveys", rate.times(energy));
    }

    /// An instrument, as traces name it.
    static CalculationTrace.Inputs described(ContractualInstrument instrument) {
        return CalculationTrace.from()
                .with("instrument", instrument.instrumentId())
                .with("allocation", instrument.allocationId())
                .with("kind", instrument.kind())
                .with("period", instrument.period())
                .with("allocated", energy(instrument.energyKwh()))
                .with("evidence", instrument.evidence().orElse("not stated"))
                .with("Scope 2 quality criteria", instrument.verdict())
                .with("status", instrument.retired() ? "retired" : "provisional, not yet retired");
    }

    private static CalculationTrace asStated(Quantity claimed) {
        return CalculationTrace.from()
                .with("energy", claimed)
                .with("evidence", "stated; no instrument on file")
                .step(
                        "purchased renewable electricity",
                        "energy × 0",
                        new Quantity(BigDecimal.ZERO, Unit.KG_CO2E));
    }

    private void noInstrumentOnFile(Slice purchase, Quantity claimed) {
        entries.add(
                Finding.open(
                        "NO_INSTRUMENT_ON_FILE",
                        purchase.siteId(),
                        "%s of purchased renewable electricity are accepted at 0 as stated, in %s; register the certificates, or the market-based figure cannot be verified"
                                .formatted(claimed.to(Unit.MWH), purchase.record())));
    }

    private static BigDecimal sum(List<Covered> parts) {
        return parts.stream().map(Covered::kwh).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Quantity energy(BigDecimal kwh) {
        return new Quantity(kwh, Unit.KWH);
    }

    private EmissionResult result(
            EnergyCarrier carrier,
            Slice purchase,
            Scope2Method method,
            Calculated calculated,
            List<MarketSupply> supplies) {
        return new EmissionResult(
                entries.id(purchase.record(), method.name()),
                Scope.SCOPE_2,
                Optional.of(method),
                Optional.empty(),
                Optional.of(purchase.siteId()),
                carrier.activity(),
                purchase.record(),
                purchase.period(),
                calculated.emission(),
                calculated.factor(),
                purchase.provenance(),
                RecordQuality.UNKNOWN,
                calculated.flags(),
                calculated.trace(),
                supplies);
    }
}
