package org.netzero.emissions.factor;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.netzero.emissions.quality.HalfWidth;
import org.netzero.quantities.Unit;

/// What one unit of an activity emits, somewhere, for a time, according to somebody.
///
/// @param id the same in every version of the set
/// @param version the version of the factor set
/// @param activity key of the activity, `electricity`
/// @param name the activity in words
/// @param region ISO 3166-1 or -2 code, `CN-GRID-…`, a supplier's area such as `HK-CLP`, or `WORLD`
/// @param validFrom the first valid day
/// @param validTo the last valid day; empty while there is no end
/// @param gases at least one, each once, in the order of their names, all for the same unit of the
///   activity
/// @param priceBasis of a factor per money, and of no other
/// @param uncertainty half of the interval of 95 % confidence, of the CO2e that a unit emits; empty
///   where the source gives none: not known, which is not 0
/// @param supersedes id of the factor it corrects, which no longer counts from the day on which
///   this one is known
public record EmissionFactor(
        String id,
        String version,
        String activity,
        String name,
        Purpose purpose,
        String region,
        LocalDate validFrom,
        Optional<LocalDate> validTo,
        List<GasIntensity> gases,
        FactorSource source,
        Optional<PriceBasis> priceBasis,
        Optional<HalfWidth> uncertainty,
        Optional<String> supersedes) {

    public EmissionFactor {
        gases = gases.stream().sorted(Comparator.comparing(GasIntensity::gas)).toList();
        if (gases.isEmpty()) {
            throw new IllegalArgumentException("Factor '%s' has no gas".formatted(id));
        }
        if (gases.stream().map(GasIntensity::gas).distinct().count() < gases.size()) {
            throw new IllegalArgumentException("Factor '%s' gives one gas twice".formatted(id));
        }
        if (gases.stream().map(gas -> gas.intensity().per()).distinct().count() > 1) {
            throw new IllegalArgumentException(
                    "Factor '%s' mixes units of its activity".formatted(id));
        }
        if (validTo.isPresent() && validTo.get().isBefore(validFrom)) {
            throw new IllegalArgumentException(
                    "Factor '%s' ends on %s, before it starts".formatted(id, validTo.get()));
        }
        Unit per = gases.getFirst().intensity().per();
        if (priceBasis.isPresent() != per.dimension().isMoney()) {
            throw new IllegalArgumentException(
                    priceBasis.isPresent()
                            ? "Factor '%s' is per %s, which has no price basis".formatted(id, per)
                            : "Factor '%s' is per %s: it names currency, year and kind of its prices"
                                    .formatted(id, per));
        }
        if (priceBasis.isPresent() && !isOf(priceBasis.get(), per)) {
            throw new IllegalArgumentException(
                    "Factor '%s' is per %s, not per %s".formatted(id, per, priceBasis.get()));
        }
    }

    /// A factor whose source gives no range.
    public EmissionFactor(
            String id,
            String version,
            String activity,
            String name,
            Purpose purpose,
            String region,
            LocalDate validFrom,
            Optional<LocalDate> validTo,
            List<GasIntensity> gases,
            FactorSource source,
            Optional<PriceBasis> priceBasis,
            Optional<String> supersedes) {
        this(
                id,
                version,
                activity,
                name,
                purpose,
                region,
                validFrom,
                validTo,
                gases,
                source,
                priceBasis,
                Optional.empty(),
                supersedes);
    }

    private static boolean isOf(PriceBasis basis, Unit money) {
        return money.dimension().baseUnit().symbol().equals(basis.currency());
    }

    /// The unit of the activity that the factor is given for.
    public Unit per() {
        return gases.getFirst().intensity().per();
    }

    public boolean isValidOn(LocalDate day) {
        return !day.isBefore(validFrom) && !isOver(day);
    }

    /// Whether its validity ended before the day.
    public boolean isOver(LocalDate day) {
        return validTo.isPresent() && validTo.get().isBefore(day);
    }

    public boolean isKnownAt(LocalDate day) {
        return !source.published().isAfter(day);
    }

    /// `2021-01-01 to 2021-12-31`, `2008-01-01 onwards`.
    public String validity() {
        return validTo.map(last -> validFrom + " to " + last).orElse(validFrom + " onwards");
    }
}
