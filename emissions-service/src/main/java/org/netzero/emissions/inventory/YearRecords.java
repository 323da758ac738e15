package org.netzero.emissions.inventory;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.netzero.emissions.calculation.ActivityResults;
import org.netzero.emissions.calculation.InventoryCalculation.Records;
import org.netzero.emissions.consumption.Consumption;

/// What is on record of a year.
@ApplicationScoped
class YearRecords {

    private final Consumption consumption;
    private final PriorYears priorYears;

    YearRecords(Consumption consumption, PriorYears priorYears) {
        this.consumption = consumption;
        this.priorYears = priorYears;
    }

    /// @param activities what the activity records of the year come to
    Records ofYear(int year, ActivityResults activities) {
        return new Records(
                year,
                consumption.ofYear(year),
                List.of(),
                activities,
                priorYears.of(year),
                consumption.instruments(year));
    }
}
