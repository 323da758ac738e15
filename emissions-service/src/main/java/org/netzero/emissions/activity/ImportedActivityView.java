package org.netzero.emissions.activity;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.netzero.emissions.activity.ActivityTable.OnFile;
import org.netzero.emissions.calculation.CalculationMethod;
import org.netzero.emissions.calculation.Provenance;
import org.netzero.emissions.calculation.Scope;
import org.netzero.emissions.calculation.Scope3Category;
import org.netzero.emissions.quality.DataQuality;
import org.netzero.emissions.quality.HalfWidth;
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
        @Nullable String uncertainty,
        @Nullable String quality,
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
                    "uncertainty",
                    "quality",
                    "supersedes");

    static ImportedActivityView of(OnFile record) {
        Activity activity = record.activity();
        return new ImportedActivityView(
                activity.activityId(),
                record.revision(),
                !record.superseded(),
                activity.scope().orElse(null),
                activity.category().orElse(null),
                activity.activity(),
                activity.quantity().value(),
                activity.quantity().unit().symbol(),
                activity.siteId().orElse(null),
                activity.region().orElse(null),
                activity.start(),
                activity.end(),
                activity.method().orElse(null),
                activity.inputs().isEmpty() ? null : activity.inputs().toString(),
                activity.factorId().orElse(null),
                activity.provenance(),
                activity.evidence().orElse(null),
                activity.quality().halfWidth().map(HalfWidth::toString).orElse(null),
                activity.quality().indicators().map(DataQuality::toString).orElse(null),
                activity.supersedes().orElse(null));
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
                uncertainty,
                quality,
                supersedes);
    }
}
