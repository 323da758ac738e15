package org.netzero.emissions.library;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.netzero.emissions.factor.EmissionFactor;
import org.netzero.emissions.factor.GasIntensity;
import org.netzero.emissions.factor.PriceBasis;
import org.netzero.emissions.factor.Purpose;
import org.netzero.emissions.quality.HalfWidth;
import org.netzero.platform.listing.Table;
import org.netzero.quantities.GwpSet;
import org.netzero.quantities.Unit;

/// A factor as the API shows it.
///
/// @param validTo the last valid day; null while there is no end
/// @param gases one per gas: `value` in `unit` of the gas for each `per` of the activity
/// @param priceBasis of a factor per money; absent elsewhere
/// @param uncertainty 95 % half-width as it is sent, `7 %`; absent where it is not known
/// @param supersedes id of the factor it corrects; absent where it corrects none
public record FactorView(
        String id,
        String version,
        String activity,
        String name,
        Purpose purpose,
        String region,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        List<GasView> gases,
        String publisher,
        String source,
        LocalDate published,
        String licence,
        String confidence,
        String notes,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable PriceView priceBasis,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String uncertainty,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String supersedes) {

    static final List<String> COLUMNS =
            List.of(
                    "id",
                    "version",
                    "activity",
                    "purpose",
                    "region",
                    "validFrom",
                    "validTo",
                    "gases",
                    "publisher",
                    "source",
                    "licence",
                    "confidence",
                    "name",
                    "published",
                    "prices",
                    "supersedes",
                    "notes",
                    "uncertainty");

    /// What the money of a factor per money is about.
    public record PriceView(String currency, int year, PriceBasis.Kind kind) {

        static PriceView of(PriceBasis basis) {
            return new PriceView(basis.currency(), basis.year(), basis.kind());
        }

        private String text() {
            return new PriceBasis(currency, year, kind).toString();
        }
    }

    /// @param gwpSet the set of a CO2e value; absent for a mass of a gas, and where the source
    ///   names no set
    public record GasView(
            String gas,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable GwpSet gwpSet,
            BigDecimal value,
            Unit unit,
            Unit per) {

        static GasView of(GasIntensity gas) {
            return new GasView(
                    gas.gas(),
                    gas.gwpSet().orElse(null),
                    gas.intensity().value(),
                    gas.intensity().unit(),
                    gas.intensity().per());
        }

        private String text() {
            return "%s: %s %s/%s".formatted(gas, value.toPlainString(), unit, per);
        }
    }

    public static FactorView of(EmissionFactor factor) {
        return new FactorView(
                factor.id(),
                factor.version(),
                factor.activity(),
                factor.name(),
                factor.purpose(),
                factor.region(),
                factor.validFrom(),
                factor.validTo().orElse(null),
                factor.gases().stream().map(GasView::of).toList(),
                factor.source().publisher(),
                factor.source().document(),
                factor.source().published(),
                factor.source().licence(),
                factor.source().confidence(),
                factor.source().notes(),
                factor.priceBasis().map(PriceView::of).orElse(null),
                factor.uncertainty().map(HalfWidth::toString).orElse(null),
                factor.supersedes().orElse(null));
    }

    List<@Nullable Object> row() {
        return Table.row(
                id,
                version,
                activity,
                purpose,
                region,
                validFrom,
                validTo,
                String.join("; ", gases.stream().map(GasView::text).toList()),
                publisher,
                source,
                licence,
                confidence,
                name,
                published,
                priceBasis == null ? null : priceBasis.text(),
                supersedes,
                notes,
                uncertainty);
    }
}
