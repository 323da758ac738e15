package org.netzero.energy.progress;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Stream;
import org.netzero.energy.balance.EnergyBalance;
import org.netzero.energy.balance.InstrumentUse;

/// The electricity of a year and what of it is green, in kWh, as the balance counts it. What is not
/// on file is empty, never zero.
///
/// @param usedKwh the denominator of the renewable share
/// @param renewableKwh its numerator
/// @param ownKwh own renewable generation used on site whose attributes were kept
/// @param retiredKwh covered by renewable instruments that are retired and count
/// @param provisionalKwh covered by those that count and are not retired yet
public record GreenEnergy(
        Optional<BigDecimal> usedKwh,
        Optional<BigDecimal> renewableKwh,
        Optional<BigDecimal> ownKwh,
        Optional<BigDecimal> retiredKwh,
        Optional<BigDecimal> provisionalKwh) {

    public static final GreenEnergy NOTHING_ON_FILE =
            new GreenEnergy(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());

    public static GreenEnergy of(EnergyBalance balance) {
        return new GreenEnergy(
                balance.electricityUsedKwh(),
                balance.renewableKwh(),
                balance.ownRenewableKeptKwh(),
                covered(balance, false),
                covered(balance, true));
    }

    private static Optional<BigDecimal> covered(EnergyBalance balance, boolean provisional) {
        return balance.uses().stream()
                .filter(use -> use.covers() && use.counted() && use.provisional() == provisional)
                .map(InstrumentUse::energyKwh)
                .reduce(BigDecimal::add);
    }

    public GreenEnergy plus(GreenEnergy other) {
        return combined(other, BigDecimal::add);
    }

    /// What is left when the parts are taken out of the whole.
    GreenEnergy minus(GreenEnergy parts) {
        return plus(parts.negated());
    }

    private GreenEnergy negated() {
        return new GreenEnergy(
                usedKwh.map(BigDecimal::negate),
                renewableKwh.map(BigDecimal::negate),
                ownKwh.map(BigDecimal::negate),
                retiredKwh.map(BigDecimal::negate),
                provisionalKwh.map(BigDecimal::negate));
    }

    private GreenEnergy combined(GreenEnergy other, BinaryOperator<BigDecimal> how) {
        Function<Function<GreenEnergy, Optional<BigDecimal>>, Optional<BigDecimal>> each =
                part ->
                        Stream.of(part.apply(this), part.apply(other))
                                .flatMap(Optional::stream)
                                .reduce(how);
        return new GreenEnergy(
                each.apply(GreenEnergy::usedKwh),
                each.apply(GreenEnergy::renewableKwh),
                each.apply(GreenEnergy::ownKwh),
                each.apply(GreenEnergy::retiredKwh),
                each.apply(GreenEnergy::provisionalKwh));
    }

    /// Whether nothing is left of it.
    boolean isNothing() {
        return Stream.of(usedKwh, renewableKwh, ownKwh, retiredKwh, provisionalKwh)
                .flatMap(Optional::stream)
                .allMatch(kwh -> kwh.signum() == 0);
    }

    /// The same place in a later year: demand as it is assumed, own generation as it was, and what
    /// instruments are allocated to that year already.
    GreenEnergy carriedTo(BigDecimal demandFactor, GreenEnergy allocated) {
        Optional<BigDecimal> used = usedKwh.map(kwh -> Progress.kwh(kwh.multiply(demandFactor)));
        Optional<BigDecimal> own = ownKwh.map(kwh -> used.map(kwh::min).orElse(kwh));
        Optional<BigDecimal> covered =
                Stream.of(allocated.retiredKwh, allocated.provisionalKwh, own)
                        .flatMap(Optional::stream)
                        .reduce(BigDecimal::add);
        return new GreenEnergy(
                used,
                covered.map(kwh -> used.map(kwh::min).orElse(kwh)),
                own,
                allocated.retiredKwh,
                allocated.provisionalKwh);
    }

    /// What a share of the electricity used takes beyond what is green.
    Optional<BigDecimal> missingKwh(BigDecimal share) {
        return usedKwh.map(used ->
                Progress.kwh(used.multiply(share))
                        .subtract(renewableKwh.orElse(BigDecimal.ZERO))
                        .max(BigDecimal.ZERO));
    }
}
