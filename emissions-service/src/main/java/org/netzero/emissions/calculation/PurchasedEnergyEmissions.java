package org.netzero.emissions.calculation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.netzero.emissions.factor.CalculationRefused;
import org.netzero.emissions.factor.FactorQuery;
import org.netzero.emissions.factor.NoFactor;
import org.netzero.emissions.factor.Purpose;
import org.netzero.emissions.quality.RecordQuality;
import org.netzero.quantities.Quantity;
import org.netzero.quantities.Unit;

/// Scope 2, twice. By location: (consumption − own generation used on site) × grid average, which
/// is purchased energy × grid average. By market: what is claimed as renewable at 0, the rest at
/// the residual mix, or at the grid average where no residual mix is known.
final class PurchasedEnergyEmissions {

    private final Entries entries;

    PurchasedEnergyEmissions(Entries entries) {
        this.entries = entries;
    }

    void add(EnergyCarrier carrier, List<Slice> purchases, RenewableClaims claims) {
        for (Slice purchase : purchases) {
            try {
                entries.add(byLocation(carrier, purchase));
                entries.add(byMarket(carrier, purchase, claims.claimedKwh(purchase)));
            } catch (CalculationRefused refused) {
                entries.refused(refused, purchase.record());
            }
        }
        claims.unmatchedKwhOfSite().forEach(this::claimedButNotPurchased);
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
        Quantity energy = new Quantity(purchase.knownEnergyKwh(), Unit.KWH);
        Calculated calculated =
                entries.calculator().calculate(energy, gridAverage(carrier, purchase));
        CalculationTrace trace =
                CalculationTrace.from()
                        .with("record", purchase.record())
                        .with("purchased", energy)
                        .step(
                                "scope 2, location-based",
                                "(consumption − own generation used on site) × grid average = purchased × grid average",
                                calculated.trace().output(),
                                purchase.stepsAnd(calculated.trace()));
        return result(carrier, purchase, Scope2Method.LOCATION_BASED, calculated, trace);
    }

    private EmissionResult byMarket(EnergyCarrier carrier, Slice purchase, BigDecimal claimedKwh) {
        Quantity energy = new Quantity(purchase.knownEnergyKwh(), Unit.KWH);
        Quantity claimed = new Quantity(claimedKwh, Unit.KWH);
        Quantity rest = energy.minus(claimed);
        Calculated calculated = byResidualMix(carrier, purchase, rest);
        if (!claimed.isZero()) {
            noInstrumentOnFile(purchase, claimed);
        }
        CalculationTrace accepted =
                CalculationTrace.from()
                        .with("energy", claimed)
                        .with("evidence", "stated; no instrument on file")
                        .step(
                                "purchased renewable electricity",
                                "energy × 0",
                                new Quantity(BigDecimal.ZERO, Unit.KG_CO2E));
        CalculationTrace trace =
                CalculationTrace.from()
                        .with("record", purchase.record())
                        .with("purchased", energy)
                        .with("claimed", claimed)
                        .with("rest", rest)
                        .step(
                                "scope 2, market-based",
                                "claimed × 0 + (purchased − claimed) × residual mix",
                                calculated.trace().output(),
                                claimed.isZero()
                                        ? purchase.stepsAnd(calculated.trace())
                                        : purchase.stepsAnd(accepted, calculated.trace()));
        return result(carrier, purchase, Scope2Method.MARKET_BASED, calculated, trace);
    }

    private Calculated byResidualMix(EnergyCarrier carrier, Slice purchase, Quantity rest) {
        FactorQuery average = gridAverage(carrier, purchase);
        if (carrier != EnergyCarrier.ELECTRICITY) {
            return entries.calculator().calculate(rest, average);
        }
        try {
            return entries.calculator()
                    .calculate(rest, average.withPurpose(Purpose.MARKET_RESIDUAL));
        } catch (NoFactor none) {
            entries.add(
                    Finding.open(
                            "NO_RESIDUAL_MIX",
                            purchase.record(),
                            "The market-based figure uses the grid average: " + none.reason()));
            return entries.calculator().calculate(rest, average);
        }
    }

    private void noInstrumentOnFile(Slice purchase, Quantity claimed) {
        entries.add(
                Finding.open(
                        "NO_INSTRUMENT_ON_FILE",
                        purchase.siteId(),
                        "%s of purchased renewable electricity are accepted at 0 as stated, in %s; register the certificates, or the market-based figure cannot be verified"
                                .formatted(claimed.to(Unit.MWH), purchase.record())));
    }

    private FactorQuery gridAverage(EnergyCarrier carrier, Slice purchase) {
        return entries.query(
                carrier.activity(),
                Purpose.LOCATION_BASED,
                entries.regions(purchase.place()),
                purchase.start());
    }

    private EmissionResult result(
            EnergyCarrier carrier,
            Slice purchase,
            Scope2Method method,
            Calculated calculated,
            CalculationTrace trace) {
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
                trace);
    }
}
