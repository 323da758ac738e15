package org.netzero.emissions.estimate;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.netzero.emissions.calculation.Calculated;
import org.netzero.emissions.calculation.CalculationTrace;
import org.netzero.emissions.factor.EmissionFactor;
import org.netzero.emissions.factor.Purpose;
import org.netzero.platform.problem.Problem;
import org.netzero.quantities.GasMass;

/// The answer to one item: a result, or the problem that kept it from one.
@JsonInclude(JsonInclude.Include.NON_NULL)
record EstimateView(
        @Nullable BigDecimal kgCo2e,
        @Nullable List<Gas> gases,
        @Nullable List<Gas> otherGases,
        @Nullable Factor factor,
        @Nullable List<String> flags,
        @Nullable CalculationTrace trace,
        @Nullable Problem problem) {

    record Gas(String gas, BigDecimal kg) {
        static List<Gas> of(List<GasMass> masses) {
            return masses.stream().map(mass -> new Gas(mass.gas(), mass.kilograms())).toList();
        }
    }

    /// @param validTo the last valid day; null while there is no end
    record Factor(
            String id,
            String version,
            Purpose purpose,
            String region,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            String publisher,
            String source) {

        static Factor of(EmissionFactor factor) {
            return new Factor(
                    factor.id(),
                    factor.version(),
                    factor.purpose(),
                    factor.region(),
                    factor.validFrom(),
                    factor.validTo().orElse(null),
                    factor.source().publisher(),
                    factor.source().document());
        }
    }

    static EstimateView of(Calculated calculated) {
        return new EstimateView(
                calculated.emission().kilograms(),
                Gas.of(calculated.emission().gases()),
                Gas.of(calculated.emission().otherGases()),
                calculated.factor().map(Factor::of).orElse(null),
                calculated.flags(),
                calculated.trace(),
                null);
    }

    static EstimateView of(Problem problem) {
        return new EstimateView(null, null, null, null, null, null, problem);
    }
}
