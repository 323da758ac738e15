package org.netzero.datacenter.project;

import java.math.BigDecimal;
import java.util.Optional;
import org.netzero.datacenter.register.Effect;
import org.netzero.platform.input.Period;
import org.netzero.quantities.Quantity;
import org.netzero.quantities.Unit;

/// One figure of a project.
///
/// @param value in `unit`; empty of what is planned
/// @param evidence where it is printed, or why it is assumed
/// @param supersedes its own id, where it corrects what was stated before
record Figure(
        Project project,
        StatedQuantity quantity,
        Optional<BigDecimal> value,
        Optional<String> unit,
        Basis basis,
        Optional<Period> period,
        Optional<String> evidence,
        Optional<String> supersedes) {

    /// What is said of a project with each of its figures.
    ///
    /// @param siteId empty where it stands for no site of its own
    record Project(
            String projectId,
            String name,
            Kind kind,
            Optional<String> siteId,
            Optional<Effect> effect) {}

    /// What a project does.
    enum Kind {
        HEAT_RECOVERY,
        TRI_GENERATION,
        ENERGY_SAVING,
        EFFICIENCY,
        TELEMETRY
    }

    /// Who says so.
    enum Basis {
        /// The report.
        STATED,
        /// Nobody: it serves to see what the others imply, and is told with all that it enters.
        ASSUMED
    }

    Figure {
        value = value.map(BigDecimal::stripTrailingZeros);
    }

    /// `tianjin-heat/CO2_AVOIDED`
    String id() {
        return id(project.projectId(), quantity);
    }

    static String id(String projectId, StatedQuantity quantity) {
        return projectId + "/" + quantity;
    }

    /// The value in the unit in which it is computed.
    Optional<BigDecimal> baseValue() {
        return value.flatMap(stated ->
                unit.map(symbol ->
                        quantity.dimension()
                                .map(dimension ->
                                        new Quantity(stated, Unit.parse(symbol))
                                                .to(dimension.baseUnit())
                                                .value())
                                .orElse(stated)));
    }
}
