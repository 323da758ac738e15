package org.netzero.emissions.inventory;

import jakarta.enterprise.context.ApplicationScoped;
import org.netzero.emissions.activity.Activities;
import org.netzero.emissions.calculation.InventoryCalculation.Records;
import org.netzero.emissions.consumption.Consumption;

/// What is on record of a year.
@ApplicationScoped
class YearRecords {

    private final Consumption consumption;
    private final Activities activities;
    private final PriorYears priorYears;

    YearRecords(Consumption consumption, Activities activities, PriorYears priorYears) {
        this.consumption = consumption;
        this.activities = activities;
        this.priorYears = priorYears;
    }

    Records ofYear(int year) {
        return new Records(
                year, consumption.ofYear(year), activities.ofYear(year), priorYears.of(year));
    }
}
