package org.netzero.gateway.roadmap.projection;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import org.netzero.gateway.roadmap.basis.RecordChange;
import org.netzero.gateway.roadmap.scenario.ScenarioChange;

/// What moved between two vintages of a scenario.
///
/// @param from all figures of the earlier one; the parts tell of those that both have
record Movement(
        String scenarioId,
        Side earlier,
        Side later,
        SortedMap<At, BigDecimal> from,
        SortedMap<At, BigDecimal> to,
        List<Part> parts,
        List<String> remarks) {

    enum Kind {
        DATA,
        ASSUMPTION,
        METHOD
    }

    record Side(Instant at, long scenarioVersion, int methodVersion) {}

    /// A figure of a year.
    record At(int year, Headline figure) implements Comparable<At> {

        @Override
        public int compareTo(At other) {
            int byYear = Integer.compare(year, other.year);
            return byYear != 0 ? byYear : figure.compareTo(other.figure);
        }
    }

    /// A cause and what it moved.
    ///
    /// @param id such as `inventory 2021` or `levers[pue]`
    /// @param records what a service told otherwise
    /// @param fields what the scenario says otherwise
    record Part(
            String id,
            Kind kind,
            String explanation,
            List<RecordChange> records,
            List<ScenarioChange.FieldChange> fields,
            SortedMap<At, BigDecimal> moves) {}
}
