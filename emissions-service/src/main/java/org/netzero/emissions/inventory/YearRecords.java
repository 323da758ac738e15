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

    YearRecords(Consumption consumption, Activities activities) {
        this.consumption = consumption;
        this.activities = activities;
    }

    Records ofYear(int year) {
        return new Records(year, consumption.ofYear(year), activities.ofYear(year));
    }
}
