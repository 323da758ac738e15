package org.netzero.gateway.roadmap.projection;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.netzero.gateway.roadmap.engine.FacilityStanding;
import org.netzero.gateway.roadmap.engine.MeasuredMonth;
import org.netzero.gateway.roadmap.engine.Rebasing;

/// How measured data centres moved the model.
@Schema(name = "Rebasing")
record RebasingView(
        @Schema(description = "The measured year; the ratio holds in it and in every later year")
                int year,
        double modelledDataCenterMwh,
        double rebasedDataCenterMwh,
        double ratio,
        @Schema(
                        description =
                                "Expected energy of the counted facilities over the modelled energy, at most 1")
                double fleetShareMeasured,
        List<FacilityView> facilities,
        String rule) {

    static RebasingView of(Rebasing rebasing) {
        return new RebasingView(
                rebasing.year(),
                Rounded.amount(rebasing.modelledDataCenterMwh()),
                Rounded.amount(rebasing.rebasedDataCenterMwh()),
                Rounded.ratio(rebasing.ratio()),
                Rounded.ratio(rebasing.fleetShareMeasured()),
                rebasing.facilities().stream().map(FacilityView::of).toList(),
                rebasing.rule());
    }

    /// A measured facility. What is known only of one that counts is null for the others.
    record FacilityView(
            String datacenterId,
            @Schema(description = "Whether it moves the projection") boolean counted,
            @Schema(description = "Why it does not count, and what would change it")
                    @Nullable String reason,
            double measuredHours,
            double measuredMwh,
            @Nullable Double itCapacityKw,
            @Schema(
                            description =
                                    "Whether the capacity is the mean measured IT load over the assumed load")
                    @Nullable Boolean capacityDerived,
            @Schema(description = "What the model expects of it in the whole year")
                    @Nullable Double expectedMwh,
            @Schema(
                            description =
                                    "The measured mean over the whole year; null below 720 measured hours")
                    @Nullable Double annualisedMwh,
            @Schema(
                            description =
                                    "Share of the year that goes by the measurement: rebased = expected + weight x (measured mean over the year - expected)")
                    @Nullable Double weight,
            @Schema(description = "The measured in place of what was expected, whole year")
                    @Nullable Double rebasedMwh,
            List<MonthView> months) {

        static FacilityView of(FacilityStanding standing) {
            return switch (standing) {
                case FacilityStanding.Counted facility ->
                        new FacilityView(
                                facility.datacenterId(),
                                true,
                                null,
                                Rounded.amount(facility.measuredHours()),
                                Rounded.amount(facility.measuredFacilityMwh()),
                                Rounded.amount(facility.itCapacityKw()),
                                facility.capacityDerived(),
                                Rounded.amount(facility.expectedMwh()),
                                facility.annualised()
                                        ? Rounded.amount(facility.yearAtMeasuredMeanMwh())
                                        : null,
                                Rounded.ratio(facility.weight()),
                                Rounded.amount(facility.rebasedMwh()),
                                MonthView.of(facility.months()));
                case FacilityStanding.Beside facility ->
                        new FacilityView(
                                facility.datacenterId(),
                                false,
                                facility.reason(),
                                Rounded.amount(facility.measuredHours()),
                                Rounded.amount(facility.measuredFacilityMwh()),
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                MonthView.of(facility.months()));
            };
        }
    }

    record MonthView(String month, double measuredMwh) {

        static List<MonthView> of(List<MeasuredMonth> months) {
            return months.stream()
                    .map(month ->
                            new MonthView(
                                    month.month().toString(), Rounded.amount(month.facilityMwh())))
                    .toList();
        }
    }
}
