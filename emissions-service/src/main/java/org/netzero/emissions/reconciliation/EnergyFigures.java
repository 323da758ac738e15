package org.netzero.emissions.reconciliation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.netzero.emissions.calculation.EnergySource;
import org.netzero.emissions.calculation.EnergyTotal;
import org.netzero.emissions.calculation.SiteKind;
import org.netzero.quantities.Quantity;
import org.netzero.quantities.Unit;

/// Energy of a year as reports add it up, from the totals the energy service told of.
record EnergyFigures(List<EnergyTotal> totals) {

    /// Fuels burnt.
    Optional<Quantity> direct() {
        return sum(total ->
                total.source() == EnergySource.COMBUSTION_STATIONARY
                        || total.source() == EnergySource.COMBUSTION_MOBILE);
    }

    /// Electricity, heat, steam and cooling purchased.
    Optional<Quantity> indirect() {
        return sum(total -> total.source() == EnergySource.PURCHASED && !total.carrier().isFuel());
    }

    /// Direct and indirect; own renewable generation is not in it.
    Optional<Quantity> total() {
        return direct().flatMap(direct -> indirect().map(direct::plus));
    }

    Optional<Quantity> purchasedRenewable() {
        return sum(total -> total.source() == EnergySource.PURCHASED_RENEWABLE);
    }

    Optional<Quantity> ownRenewable() {
        return sum(total ->
                total.source() == EnergySource.ON_SITE_PV
                        || total.source() == EnergySource.ON_SITE_WIND);
    }

    /// Empty when nothing is recorded, or not all of it is known as energy. Otherwise the larger of
    /// the group's total and the sum of its sites, which are its parts, per carrier.
    private Optional<Quantity> sum(Predicate<EnergyTotal> which) {
        List<EnergyTotal> wanted = totals.stream().filter(which).toList();
        if (wanted.isEmpty() || wanted.stream().anyMatch(t -> t.energyKwh().isEmpty())) {
            return Optional.empty();
        }
        BigDecimal sum =
                wanted.stream()
                        .map(EnergyTotal::carrier)
                        .distinct()
                        .map(carrier ->
                                wanted.stream()
                                        .filter(total -> total.carrier() == carrier)
                                        .toList())
                        .map(EnergyFigures::groupOrParts)
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        return Optional.of(new Quantity(sum, Unit.KWH));
    }

    private static BigDecimal groupOrParts(List<EnergyTotal> totals) {
        return energy(totals, true).max(energy(totals, false));
    }

    private static BigDecimal energy(List<EnergyTotal> totals, boolean group) {
        return totals.stream()
                .filter(total -> (total.siteKind() == SiteKind.GROUP) == group)
                .flatMap(total -> total.energyKwh().stream())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
