package org.netzero.emissions;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.netzero.emissions.calculation.CalculationTrace;
import org.netzero.emissions.calculation.Emission;
import org.netzero.emissions.calculation.EmissionResult;
import org.netzero.emissions.calculation.MarketSupply;
import org.netzero.emissions.calculation.MarketTier;
import org.netzero.emissions.calculation.Provenance;
import org.netzero.emissions.calculation.ResultId;
import org.netzero.emissions.calculation.Scope;
import org.netzero.emissions.calculation.Scope2Method;
import org.netzero.emissions.calculation.Scope3Category;
import org.netzero.emissions.quality.RecordQuality;
import org.netzero.quantities.GasMass;
import org.netzero.quantities.GwpSet;

/// States results of an inventory for tests.
public final class Results {

    public static final int YEAR = 2021;

    private Results() {}

    public static EmissionResult scope1(String site, String activity, String kilograms) {
        return result(Scope.SCOPE_1, Optional.empty(), Optional.empty(), site, activity, kilograms);
    }

    public static EmissionResult scope2(String site, Scope2Method method, String kilograms) {
        return result(
                Scope.SCOPE_2,
                Optional.of(method),
                Optional.empty(),
                site,
                "electricity",
                kilograms);
    }

    /// Electricity by market at the residual mix, but for what an allocation of certificates
    /// covers.
    public static EmissionResult covered(
            String site, String kilograms, String coveredKwh, String allocation) {
        EmissionResult plain = scope2(site, Scope2Method.MARKET_BASED, kilograms);
        return new EmissionResult(
                plain.id(),
                plain.scope(),
                plain.method(),
                plain.category(),
                plain.siteId(),
                plain.activity(),
                plain.record(),
                plain.period(),
                plain.emission(),
                plain.factor(),
                plain.provenance(),
                plain.quality(),
                plain.flags(),
                plain.trace(),
                List.of(
                        new MarketSupply(
                                MarketTier.CERTIFICATE,
                                new BigDecimal(coveredKwh),
                                Optional.of(allocation)),
                        new MarketSupply(
                                MarketTier.RESIDUAL_MIX, BigDecimal.TEN, Optional.empty())));
    }

    public static EmissionResult scope3(String site, Scope3Category category, String kilograms) {
        return result(
                Scope.SCOPE_3,
                Optional.empty(),
                Optional.of(category),
                site,
                "stated-emissions",
                kilograms);
    }

    private static EmissionResult result(
            Scope scope,
            Optional<Scope2Method> method,
            Optional<Scope3Category> category,
            String site,
            String activity,
            String kilograms) {
        String record =
                "%s/%s/%s/%s".formatted(site, activity, method.orElse(null), category.orElse(null));
        BigDecimal kg = new BigDecimal(kilograms);
        return new EmissionResult(
                new ResultId(YEAR, GwpSet.AR5_100, "%020x".formatted(record.hashCode())),
                scope,
                method,
                category,
                Optional.of(site),
                activity,
                record,
                String.valueOf(YEAR),
                new Emission(
                        kg,
                        Optional.of(GwpSet.AR5_100),
                        true,
                        List.of(new GasMass("CO2", kg)),
                        List.of()),
                Optional.empty(),
                Optional.of(Provenance.STATED),
                RecordQuality.UNKNOWN,
                List.of(),
                new CalculationTrace("stated", Map.of(), "as stated", kilograms, List.of()));
    }
}
