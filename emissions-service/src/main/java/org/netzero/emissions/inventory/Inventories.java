package org.netzero.emissions.inventory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import org.netzero.emissions.activity.Activities;
import org.netzero.emissions.calculation.Calculator;
import org.netzero.emissions.calculation.Inventory;
import org.netzero.emissions.calculation.InventoryCalculation;
import org.netzero.emissions.calculation.InventoryCalculation.Records;
import org.netzero.emissions.consumption.Consumption;
import org.netzero.emissions.factor.FactorLibrary;
import org.netzero.emissions.library.Factors;
import org.netzero.emissions.money.MoneyValues;
import org.netzero.emissions.organization.Organizations;
import org.netzero.quantities.GwpSet;

/// The inventories, each computed from the records whenever it is asked for.
@ApplicationScoped
public class Inventories {

    private final Consumption consumption;
    private final Activities activities;
    private final Factors factors;
    private final Organizations organizations;
    private final MoneyValues moneyValues;
    private final PriorYears priorYears;
    private final Clock clock;

    Inventories(
            Consumption consumption,
            Activities activities,
            Factors factors,
            Organizations organizations,
            MoneyValues moneyValues,
            PriorYears priorYears,
            Clock clock) {
        this.consumption = consumption;
        this.activities = activities;
        this.factors = factors;
        this.organizations = organizations;
        this.moneyValues = moneyValues;
        this.priorYears = priorYears;
        this.clock = clock;
    }

    /// The year's inventory on the organisation's GWP set, with what is known today.
    public Inventory calculate(int year) {
        return calculate(year, organizations.gwpSet(), today());
    }

    /// @param asAt only factors published by this day count; records are today's
    @Transactional
    public Inventory calculate(int year, GwpSet gwpSet, LocalDate asAt) {
        return calculate(year, gwpSet, asAt, factors.library());
    }

    /// The year's inventory as it would be with other factors, as at today.
    @Transactional
    public Inventory calculateWith(int year, FactorLibrary library) {
        return calculate(year, organizations.gwpSet(), today(), library);
    }

    private Inventory calculate(int year, GwpSet gwpSet, LocalDate asAt, FactorLibrary library) {
        var records =
                new Records(
                        year,
                        consumption.ofYear(year),
                        activities.ofYear(year),
                        priorYears.of(year));
        var calculator = new Calculator(library, gwpSet, moneyValues.tables());
        return new InventoryCalculation(calculator, asAt).of(records);
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    GwpSet usualGwpSet() {
        return organizations.gwpSet();
    }
}
