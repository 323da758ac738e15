package org.netzero.datacenter.indicator;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.netzero.datacenter.effectiveness.Fleet;
import org.netzero.platform.listing.Table;
import org.netzero.platform.listing.Tabular;

/// The fleet's year as clients see it.
///
/// @param mean of the facilities' PUE
/// @param energyWeighted energies of all facilities divided
/// @param interim those of the included whose PUE is measured over a part of the year only
/// @param stated by a report; absent figures are null
/// @param weighted the other indicators, sums divided by sums
/// @param facilities every facility's own year, whether it counts or not
record FleetView(
        int year,
        Pue mean,
        Pue energyWeighted,
        List<String> included,
        List<String> interim,
        List<Fleet.LeftOut> leftOut,
        Stated stated,
        Map<Fleet.Indicator, WeightedView> weighted,
        List<FacilityYear> facilities,
        String formulaVersion,
        @JsonIgnore Table table)
        implements Tabular {

    private static final List<String> COLUMNS =
            java.util.stream.Stream.concat(
                            java.util.stream.Stream.of("datacenterId", "counts", "leftOut"),
                            IndicatorView.COLUMNS.stream())
                    .toList();

    record Pue(@Nullable Double pue) {}

    /// What reports state of the fleet.
    record Stated(
            @Nullable Double pue,
            @Nullable Double wue,
            @Nullable Double cue,
            @Nullable Double ref,
            @Nullable Double erf,
            @Nullable Double ere) {}

    record WeightedView(@Nullable Double value, int facilities, List<Fleet.LeftOut> leftOut) {}

    /// @param leftOut why it does not count; null where it does
    record FacilityYear(String datacenterId, @Nullable String leftOut, IndicatorView indicators) {

        List<@Nullable Object> row() {
            var row = new java.util.ArrayList<@Nullable Object>();
            row.add(datacenterId);
            row.add(leftOut == null ? "yes" : "no");
            row.add(leftOut);
            row.addAll(indicators.row());
            return row;
        }
    }

    static FleetView of(
            int year,
            List<FleetIndicators.Year> years,
            Map<StatedIndicator.Name, BigDecimal> stated) {
        var fleet = new Fleet(years.stream().map(FleetIndicators.Year::member).toList());
        var weighted = new TreeMap<Fleet.Indicator, WeightedView>();
        fleet.energyWeighted()
                .forEach((indicator, known) ->
                        weighted.put(
                                indicator,
                                new WeightedView(
                                        IndicatorView.number(known.value()),
                                        known.facilities(),
                                        known.leftOut())));
        List<Fleet.LeftOut> leftOut = fleet.leftOut();
        var reasons = new TreeMap<String, String>();
        leftOut.forEach(one -> reasons.put(one.datacenterId(), one.reason().name()));
        List<FacilityYear> facilities =
                years.stream()
                        .map(one ->
                                new FacilityYear(
                                        one.facility().datacenterId(),
                                        reasons.get(one.facility().datacenterId()),
                                        IndicatorView.of(one.own(), one.facility())))
                        .toList();
        List<Fleet.Member> included = fleet.included();
        return new FleetView(
                year,
                new Pue(IndicatorView.number(fleet.meanPue())),
                new Pue(IndicatorView.number(fleet.energyWeightedPue())),
                included.stream().map(Fleet.Member::datacenterId).toList(),
                included.stream()
                        .filter(Fleet.Member::interim)
                        .map(Fleet.Member::datacenterId)
                        .toList(),
                leftOut,
                stated(stated),
                weighted,
                facilities,
                Formula.VERSION,
                Table.of(COLUMNS, facilities, FacilityYear::row));
    }

    private static Stated stated(Map<StatedIndicator.Name, BigDecimal> figures) {
        return new Stated(
                number(figures, StatedIndicator.Name.PUE),
                number(figures, StatedIndicator.Name.WUE),
                number(figures, StatedIndicator.Name.CUE),
                number(figures, StatedIndicator.Name.REF),
                number(figures, StatedIndicator.Name.ERF),
                number(figures, StatedIndicator.Name.ERE));
    }

    private static @Nullable Double number(
            Map<StatedIndicator.Name, BigDecimal> figures, StatedIndicator.Name name) {
        return IndicatorView.number(Optional.ofNullable(figures.get(name)));
    }
}
