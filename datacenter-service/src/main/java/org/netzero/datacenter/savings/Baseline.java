package org.netzero.datacenter.savings;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.netzero.datacenter.metering.MeasuringRole;
import org.netzero.datacenter.register.StatedFactor.Factor;
import org.netzero.datacenter.regression.Resolution;
import org.netzero.platform.input.Period;

/// What a facility's energy is compared with.
sealed interface Baseline {

    MeasuringRole energyRole();

    Optional<Factor> gridFactor();

    /// A regression of the energy of a baseline period on its conditions.
    record Model(
            MeasuringRole energyRole,
            Period period,
            Resolution resolution,
            List<Variable> variables,
            Optional<Thresholds> thresholds,
            BigDecimal confidence,
            Optional<Factor> gridFactor)
            implements Baseline {

        /// Points whose hours it needs.
        List<String> points() {
            return variables.stream()
                    .flatMap(variable ->
                            variable.temperature().map(Temperature::point).stream()
                                    .flatMap(Optional::stream))
                    .toList();
        }
    }

    /// A building whose energy follows from one figure.
    record Building(
            MeasuringRole energyRole,
            BigDecimal specificEnergyKwh,
            Per per,
            Optional<BigDecimal> floorAreaM2,
            String source,
            Optional<Factor> gridFactor)
            implements Baseline {}

    /// What the specific energy of a building is for.
    enum Per {
        /// A kWh of IT: the PUE of the baseline building.
        IT_KWH,
        /// A square metre and a year of 8,760 hours.
        M2_AND_YEAR
    }

    /// An independent variable of a model.
    ///
    /// @param balanceCelsius of degree hours
    record Variable(
            Kind kind, Optional<Temperature> temperature, Optional<BigDecimal> balanceCelsius) {

        /// What is taken of an interval.
        enum Kind {
            /// Mean, °C.
            TEMPERATURE,
            /// Sum of the excess over a balance temperature, °C·h.
            COOLING_DEGREE_HOURS,
            /// Sum of what lacks to a balance temperature, °C·h.
            HEATING_DEGREE_HOURS,
            /// Sum, kWh.
            IT_ENERGY
        }

        /// Such as `COOLING_DEGREE_HOURS above 18 °C`.
        String name() {
            return Stream.concat(
                            Stream.of(kind.name()),
                            balanceCelsius.stream()
                                    .map(celsius ->
                                            (kind == Kind.HEATING_DEGREE_HOURS
                                                            ? "below "
                                                            : "above ")
                                                    + celsius.toPlainString()
                                                    + " °C"))
                    .collect(Collectors.joining(" "));
        }
    }

    /// Where temperatures come from: one of the two.
    record Temperature(Optional<String> point, Optional<String> series) {}

    /// By what a model is accepted.
    ///
    /// @param cvRmseAtMost a fraction
    /// @param nmbeAtMost a fraction
    record Thresholds(BigDecimal cvRmseAtMost, BigDecimal nmbeAtMost, String source) {}
}
