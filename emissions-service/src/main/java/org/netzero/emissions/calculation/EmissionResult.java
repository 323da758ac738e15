package org.netzero.emissions.calculation;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.netzero.emissions.factor.EmissionFactor;
import org.netzero.emissions.quality.Propagation;
import org.netzero.emissions.quality.QualityTotal;
import org.netzero.emissions.quality.RecordQuality;
import org.netzero.emissions.quality.Term;

/// One line of an inventory: the emission of one record by one method.
///
/// @param id see [ResultId]: the same record and method have the same id in every computation
/// @param method of scope 2; empty elsewhere
/// @param category of scope 3; empty elsewhere
/// @param siteId where it happened, if known
/// @param activity key of the activity
/// @param record what it was computed from
/// @param period the record's period
/// @param factor empty for a stated figure
/// @param provenance how its record came to be known; of energy totals, in the weakest of the ways
///   their records did; empty where that is not known
/// @param quality how well the amount of its record is known, as far as it is said
/// @param supplies where electricity takes its rate from, by market; empty elsewhere
public record EmissionResult(
        ResultId id,
        Scope scope,
        Optional<Scope2Method> method,
        Optional<Scope3Category> category,
        Optional<String> siteId,
        String activity,
        String record,
        String period,
        Emission emission,
        Optional<EmissionFactor> factor,
        Optional<Provenance> provenance,
        RecordQuality quality,
        List<String> flags,
        CalculationTrace trace,
        List<MarketSupply> supplies)
        implements InventoryLine {

    public static final Comparator<EmissionResult> ORDER =
            Comparator.comparing(EmissionResult::scope)
                    .thenComparing(result -> result.method().map(Enum::ordinal).orElse(-1))
                    .thenComparing(result -> result.category().map(Enum::ordinal).orElse(-1))
                    .thenComparing(EmissionResult::record)
                    .thenComparing(result -> result.id().toString());

    public EmissionResult {
        flags = List.copyOf(flags);
        supplies = List.copyOf(supplies);
    }

    /// Of anything but energy totals of electricity by market.
    public EmissionResult(
            ResultId id,
            Scope scope,
            Optional<Scope2Method> method,
            Optional<Scope3Category> category,
            Optional<String> siteId,
            String activity,
            String record,
            String period,
            Emission emission,
            Optional<EmissionFactor> factor,
            Optional<Provenance> provenance,
            RecordQuality quality,
            List<String> flags,
            CalculationTrace trace) {
        this(
                id,
                scope,
                method,
                category,
                siteId,
                activity,
                record,
                period,
                emission,
                factor,
                provenance,
                quality,
                flags,
                trace,
                List.of());
    }

    @Override
    public Object key() {
        return id;
    }

    @Override
    public long results() {
        return 1;
    }

    @Override
    public Term uncertaintyTerm() {
        return Term.of(emission.kilograms(), quality, factor.map(EmissionResult::width));
    }

    /// The half-width of the result as a share of it: that of its activity data and that of its
    /// factor combined. Empty where one of them is not known, and of a result of 0.
    public Optional<BigDecimal> halfWidth() {
        return Propagation.of(List.of(uncertaintyTerm())).halfWidth();
    }

    @Override
    public QualityTotal<Provenance> qualityTotal() {
        return QualityTotal.of(emission.kilograms(), quality, provenance);
    }

    static Term.Factor width(EmissionFactor used) {
        return new Term.Factor(used.id() + "@" + used.version(), used.uncertainty());
    }
}
