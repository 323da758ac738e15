package org.netzero.emissions.inventory;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.netzero.emissions.calculation.EmissionResult;
import org.netzero.emissions.calculation.Provenance;
import org.netzero.emissions.calculation.Scope;
import org.netzero.emissions.calculation.Scope2Method;
import org.netzero.emissions.calculation.Scope3Category;
import org.netzero.emissions.quality.DataQuality;
import org.netzero.platform.listing.Table;

/// A result as the API shows it.
///
/// @param method of scope 2; null elsewhere
/// @param category of scope 3; null elsewhere
/// @param record what it was computed from
/// @param factorId null for a stated figure
/// @param provenance how its record came to be known; null where that is not known, and in versions
///   that were stored before it was kept
/// @param halfWidth of the 95 % interval, as a share of the result; null where the width of its
///   activity data or of its factor is not known
/// @param quality indicators of its data such as `2;1;3;2;1`; null where its record has none
public record ResultView(
        String id,
        Scope scope,
        @Nullable Scope2Method method,
        @Nullable Scope3Category category,
        @Nullable String siteId,
        String activity,
        String record,
        String period,
        BigDecimal kgCo2e,
        @Nullable String factorId,
        @Nullable String factorVersion,
        List<String> flags,
        @Nullable Provenance provenance,
        @Nullable BigDecimal halfWidth,
        @Nullable String quality) {

    static final List<String> COLUMNS =
            List.of(
                    "id",
                    "scope",
                    "method",
                    "category",
                    "siteId",
                    "activity",
                    "record",
                    "period",
                    "kgCo2e",
                    "factorId",
                    "factorVersion",
                    "flags",
                    "provenance",
                    "halfWidth",
                    "quality");

    static ResultView of(EmissionResult result) {
        return new ResultView(
                result.id().toString(),
                result.scope(),
                result.method().orElse(null),
                result.category().orElse(null),
                result.siteId().orElse(null),
                result.activity(),
                result.record(),
                result.period(),
                result.emission().kilograms(),
                result.factor().map(factor -> factor.id()).orElse(null),
                result.factor().map(factor -> factor.version()).orElse(null),
                result.flags(),
                result.provenance().orElse(null),
                result.halfWidth().orElse(null),
                result.quality().indicators().map(DataQuality::toString).orElse(null));
    }

    List<@Nullable Object> row() {
        return Table.row(
                id,
                scope,
                method,
                category,
                siteId,
                activity,
                record,
                period,
                kgCo2e,
                factorId,
                factorVersion,
                String.join(" ", flags),
                provenance,
                halfWidth,
                quality);
    }
}
