package org.netzero.emissions.consumption;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.netzero.emissions.calculation.ContractualInstrument;
import org.netzero.emissions.calculation.EnergyTotal;
import org.netzero.emissions.calculation.SiteKind;
import org.netzero.quantities.Quantity;

/// Energy, instruments and resources of a year as the energy service last told of them.
@ApplicationScoped
public class Consumption {

    private final EnergyTotalRepository totals;
    private final ResourceTotalRepository resources;
    private final SiteRepository sites;
    private final InstrumentRepository instruments;

    Consumption(
            EnergyTotalRepository totals,
            ResourceTotalRepository resources,
            SiteRepository sites,
            InstrumentRepository instruments) {
        this.totals = totals;
        this.resources = resources;
        this.sites = sites;
        this.instruments = instruments;
    }

    /// Energy totals that start in the year.
    public List<EnergyTotal> ofYear(int year) {
        return totals.ofYear(year).stream().map(EnergyTotalEntity::total).toList();
    }

    /// Instruments allocated to periods that start in the year, and sales of own generation in
    /// them.
    public List<ContractualInstrument> instruments(int year) {
        return instruments.ofYear(year).stream().map(InstrumentEntity::instrument).toList();
    }

    /// What the company used of a resource in a year: the group's total where there is one, the sum
    /// of the sites otherwise; empty when nothing is known, or it is not all in one dimension.
    public Optional<Quantity> resource(Resource resource, int year) {
        List<ResourceTotalEntity> all =
                resources.list("resource = ?1 and year = ?2 and missing = false", resource, year);
        List<String> groups =
                sites.find("kind", SiteKind.GROUP).stream().map(site -> site.siteId).toList();
        List<ResourceTotalEntity> stated =
                all.stream().filter(total -> groups.contains(total.siteId)).toList();
        List<Quantity> summands =
                (stated.isEmpty() ? all : stated)
                        .stream().map(ResourceTotalEntity::quantity).toList();
        boolean summable =
                summands.stream()
                        .allMatch(q -> q.unit().compatibleWith(summands.getFirst().unit()));
        return summable ? summands.stream().reduce(Quantity::plus) : Optional.empty();
    }
}
