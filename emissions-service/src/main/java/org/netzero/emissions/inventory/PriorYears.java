package org.netzero.emissions.inventory;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Optional;
import org.netzero.emissions.calculation.PriorYear;
import org.netzero.emissions.calculation.PriorYear.DriverChange;
import org.netzero.emissions.calculation.YearAmounts;
import org.netzero.emissions.consumption.Consumption;
import org.netzero.emissions.driver.Driver;
import org.netzero.emissions.driver.DriverValue;
import org.netzero.emissions.driver.Drivers;
import org.netzero.emissions.organization.Organizations;
import org.netzero.emissions.result.Results;

/// What the activity data of a year is compared with.
@ApplicationScoped
class PriorYears {

    private final Consumption consumption;
    private final Results results;
    private final Drivers drivers;
    private final Organizations organizations;

    PriorYears(
            Consumption consumption,
            Results results,
            Drivers drivers,
            Organizations organizations) {
        this.consumption = consumption;
        this.results = results;
        this.drivers = drivers;
        this.organizations = organizations;
    }

    PriorYear of(int year) {
        YearAmounts amounts =
                YearAmounts.of(consumption.ofYear(year - 1), results.amounts(year - 1));
        if (amounts.isEmpty()) {
            return PriorYear.UNKNOWN;
        }
        var changes = new ArrayList<DriverChange>();
        for (Driver driver : Driver.values()) {
            Optional<DriverValue> before = drivers.find(driver, year - 1);
            Optional<DriverValue> now = drivers.find(driver, year);
            if (before.isPresent()
                    && now.isPresent()
                    && before.get().unit().equals(now.get().unit())) {
                changes.add(
                        new DriverChange(driver.name(), before.get().value(), now.get().value()));
            }
        }
        return new PriorYear(amounts, changes, organizations.varianceThreshold());
    }
}
