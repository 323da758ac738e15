package org.netzero.emissions.inventory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import org.netzero.emissions.boundary.Boundaries;
import org.netzero.emissions.calculation.Calculator;
import org.netzero.emissions.calculation.Inventory;
import org.netzero.emissions.calculation.InventoryCalculation;
import org.netzero.emissions.factor.FactorLibrary;
import org.netzero.emissions.library.Factors;
import org.netzero.emissions.money.MoneyValues;
import org.netzero.emissions.organization.Organization.ConsolidationApproach;
import org.netzero.emissions.organization.Organizations;
import org.netzero.emissions.screening.Screened;
import org.netzero.emissions.screening.Screenings;
import org.netzero.quantities.GwpSet;

/// The inventories as today's records make them, inside the company's boundary and held against its
/// screening. Whether a year is locked does not matter here.
@ApplicationScoped
public class Inventories {

    private final YearRecords records;
    private final Factors factors;
    private final Organizations organizations;
    private final Boundaries boundaries;
    private final Screenings screenings;
    private final MoneyValues moneyValues;
    private final Clock clock;

    Inventories(
            YearRecords records,
            Factors factors,
            Organizations organizations,
            Boundaries boundaries,
            Screenings screenings,
            MoneyValues moneyValues,
            Clock clock) {
        this.records = records;
        this.factors = factors;
        this.organizations = organizations;
        this.boundaries = boundaries;
        this.screenings = screenings;
        this.moneyValues = moneyValues;
        this.clock = clock;
    }

    /// What an inventory stands on.
    ///
    /// @param asAt only factors published by this day count; records are today's
    private record Basis(
            GwpSet gwpSet, LocalDate asAt, ConsolidationApproach approach, FactorLibrary library) {}

    /// The year's inventory on the organisation's GWP set, with what is known today.
    @Transactional
    public Inventory calculate(int year) {
        return usual(year).inventory();
    }

    /// @param asAt only factors published by this day count; records are today's
    @Transactional
    public Inventory calculate(int year, GwpSet gwpSet, LocalDate asAt) {
        return screened(
                        year,
                        new Basis(
                                gwpSet,
                                asAt,
                                organizations.consolidationApproach(),
                                factors.library()))
                .inventory();
    }

    /// The year's inventory as it would be with other factors, as at today.
    @Transactional
    public Inventory calculateWith(int year, FactorLibrary library) {
        return screened(
                        year,
                        new Basis(
                                organizations.gwpSet(),
                                today(),
                                organizations.consolidationApproach(),
                                library))
                .inventory();
    }

    /// The year's inventory on the organisation's own basis.
    @Transactional
    public Screened usual(int year) {
        return screened(InventoryQuery.usual(year));
    }

    /// The inventory somebody asks for; what the query leaves open is the organisation's.
    @Transactional
    public Screened screened(InventoryQuery query) {
        return screened(
                query.year(),
                new Basis(
                        query.gwpSet().orElseGet(organizations::gwpSet),
                        query.asAt().orElseGet(this::today),
                        query.approach().orElseGet(organizations::consolidationApproach),
                        factors.library()));
    }

    private Screened screened(int year, Basis basis) {
        var calculator = new Calculator(basis.library(), basis.gwpSet(), moneyValues.tables());
        Inventory whole =
                new InventoryCalculation(calculator, basis.asAt()).of(records.ofYear(year));
        return screenings.screen(boundaries.consolidate(whole, basis.approach()));
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }
}
