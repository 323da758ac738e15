package org.netzero.datacenter.heat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.netzero.datacenter.register.Effect;
import org.netzero.datacenter.register.StatedFactor.Factor;
import org.netzero.datacenter.thermal.HeatFlow;
import org.netzero.platform.input.Period;

/// How a facility hands over its waste heat, and to what end.
///
/// @param flow where the heat comes from flow and temperatures; else from the points of its role
/// @param deliveredHeatPoints heat meters behind the heat pump
/// @param withoutHeatPump whether the heat is used as it is
/// @param electricityPoints meters of the heat pump
/// @param stated electricity of the heat pump, of periods that do not overlap
record HeatRecoverySystem(
        Optional<Flow> flow,
        List<String> deliveredHeatPoints,
        boolean withoutHeatPump,
        List<String> electricityPoints,
        List<Stated> stated,
        String replacedCarrier,
        Optional<Factor> replacedFactor,
        Optional<Factor> gridFactor,
        Effect effect) {

    /// Points of a flow of heat, and how they become heat.
    record Flow(String flowPoint, String supplyPoint, String returnPoint, HeatFlow heat) {}

    /// Electricity of the heat pump in a period.
    record Stated(Period period, BigDecimal kwh, String source) {}

    /// Every point it names.
    List<String> points() {
        var points = new ArrayList<String>();
        flow.ifPresent(named ->
                points.addAll(
                        List.of(named.flowPoint(), named.supplyPoint(), named.returnPoint())));
        points.addAll(deliveredHeatPoints);
        points.addAll(electricityPoints);
        return points;
    }

    /// What is stated of the heat pump's electricity from one day to another, if statements make up
    /// just these days. Nothing is shared out: a month's statement says nothing of its days.
    Optional<BigDecimal> statedBetween(LocalDate from, LocalDate to) {
        List<Stated> within =
                stated.stream()
                        .filter(one -> !one.period().start().isBefore(from))
                        .filter(one -> !one.period().end().isAfter(to))
                        .sorted(Comparator.comparing(one -> one.period().start()))
                        .toList();
        LocalDate reached = from;
        BigDecimal sum = BigDecimal.ZERO;
        for (Stated one : within) {
            if (!one.period().start().equals(reached)) {
                return Optional.empty();
            }
            reached = one.period().end();
            sum = sum.add(one.kwh());
        }
        return reached.equals(to) ? Optional.of(sum) : Optional.empty();
    }
}
