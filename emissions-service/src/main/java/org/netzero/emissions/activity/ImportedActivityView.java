package org.netzero.emissions.activity;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.netzero.emissions.calculation.CalculationMethod;
import org.netzero.emissions.calculation.Provenance;
import org.netzero.emissions.calculation.Scope;
import org.netzero.emissions.calculation.Scope3Category;
import org.netzero.platform.listing.Table;

/// A record that came with an import, as it is on file.
///
/// @param revision 1, and one more for each record of the same id before it
/// @param counts whether it is neither superseded nor reversed
@JsonInclude(JsonInclude.Include.NON_NULL)
record ImportedActivityView(
        String activityId,
        int revision,
        boolean counts,
        @Nullable Scope scope,
        @Nullable Scope3Category category,
        String activity,
        BigDecimal quantity,
        String unit,
        @Nullable String siteId,
        @Nullable String region,
        LocalDate start,
        LocalDate end,
        @Nullable CalculationMethod method,
        @Nullable String inputs,
        @Nullable String factorId,
        Provenance provenance,
        @Nullable String evidence,
        @Nullable String supersedes) {

    static final List<String> COLUMNS =
            List.of(
                    "activityId",
                    "revision",
                    "counts",
                    "scope",
                    "category",
                    "activity",
                    "quantity",
                    "unit",
                    "siteId",
                    "region",
                    "start",
                    "end",
                    "method",
                    "inputs",
                    "factorId",
                    "provenance",
                    "evidence",
                    "supersedes");

    static ImportedActivityView of(ActivityEntity entity) {
        return new ImportedActivityView(
                entity.activityId,
                entity.revision,
                !entity.superseded && !entity.reversed,
                entity.scope,
                entity.category,
                entity.activity,
                entity.value,
                entity.unit,
                entity.siteId,
                entity.region,
                entity.start,
                entity.end,
                entity.method,
                entity.inputs,
                entity.factorId,
                entity.provenance,
                entity.evidence,
                entity.supersedes);
    }

    /// What a cursor names it by; an id has no slash.
    String key() {
        return activityId + "/" + revision;
    }

    List<@Nullable Object> row() {
        return Table.row(
                activityId,
                revision,
                counts,
                scope,
                category,
                activity,
                quantity,
                unit,
                siteId,
                region,
                start,
                end,
                method,
                inputs,
                factorId,
                provenance,
                evidence,
                supersedes);
    }
}
