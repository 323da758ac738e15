package org.netzero.energy.instrument;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.netzero.energy.balance.BalanceLine;
import org.netzero.energy.balance.ClaimEffect;
import org.netzero.energy.balance.EnergyBalance;
import org.netzero.energy.balance.Span;
import org.netzero.energy.carrier.EnergyCarrier;
import org.netzero.energy.carrier.EnergyContent;
import org.netzero.energy.carrier.Flow;
import org.netzero.energy.claim.Room;
import org.netzero.energy.claim.Room.Dated;
import org.netzero.energy.consumption.EnergyItems;
import org.netzero.energy.heatingvalue.HeatingValues;
import org.netzero.energy.ranking.SiteRankings;
import org.netzero.energy.site.Site;
import org.netzero.energy.site.SiteKind;

/// The electricity that claims can be made of: no more than a site bought, and no more than the
/// whole company did; of own generation no more than was used on site.
@ApplicationScoped
class ClaimableEnergy {

    private final EnergyItems items;
    private final HeatingValues heatingValues;
    private final AllocationTable allocations;
    private final SiteRankings rankings;

    ClaimableEnergy(
            EnergyItems items,
            HeatingValues heatingValues,
            AllocationTable allocations,
            SiteRankings rankings) {
        this.rankings = rankings;
        this.items = items;
        this.heatingValues = heatingValues;
        this.allocations = allocations;
    }

    /// @throws ClaimRefused when the claim exceeds what is left of the consumption, or of the
    ///   generation. The site's consumption is held.
    void check(Allocation.Order order, Site site) {
        if (site.kind() != SiteKind.GROUP) {
            check(order, "'%s'".formatted(site.siteId()), Optional.of(site.siteId()));
        }
        check(order, "the company", Optional.empty());
    }

    private void check(Allocation.Order order, String where, Optional<String> siteId) {
        Optional<BigDecimal> left = room(order, siteId).left(order.period());
        if (left.isPresent() && left.get().compareTo(order.energyKwh()) >= 0) {
            return;
        }
        String said =
                left.map(kwh -> "%s kWh are not claimed yet".formatted(kwh.toPlainString()))
                        .orElse("nothing is on file; record it first");
        throw switch (order.effect()) {
            case COVERS_CONSUMPTION ->
                    new ClaimRefused.AboveConsumption(
                            where, order.period(), order.energyKwh(), said);
            case SELLS_OWN_GENERATION ->
                    new ClaimRefused.AboveOwnGeneration(
                            where, order.period(), order.energyKwh(), said);
        };
    }

    private Room room(Allocation.Order order, Optional<String> siteId) {
        Span around = order.period().reach();
        List<BalanceLine> lines =
                EnergyBalance.of(
                                around,
                                items.overlapping(around, siteId),
                                List.of(),
                                heatingValues.defaultSet(),
                                rankings.all())
                        .lines();
        List<Dated> claimed =
                allocations.standing(around, siteId).stream()
                        .map(Allocation::order)
                        .filter(other -> other.effect() == order.effect())
                        .map(other -> new Dated(other.period(), other.energyKwh()))
                        .toList();
        return new Room(
                lines.stream()
                        .filter(line -> line.item().series().carrier() == EnergyCarrier.ELECTRICITY)
                        .flatMap(line -> supply(line, order.effect()).stream())
                        .toList(),
                claimed);
    }

    private static List<Dated> supply(BalanceLine line, ClaimEffect effect) {
        Flow flow = line.item().series().source().flow();
        Stream<BigDecimal> energy = line.energy().map(EnergyContent::energyKwh).stream();
        Stream<BigDecimal> counted =
                switch (effect) {
                    case COVERS_CONSUMPTION -> flow == Flow.PURCHASE ? energy : Stream.empty();
                    case SELLS_OWN_GENERATION ->
                            switch (flow) {
                                case OWN_RENEWABLE -> energy;
                                case EXPORT -> energy.map(BigDecimal::negate);
                                case COMBUSTION,
                                        PURCHASE,
                                        RENEWABLE_PURCHASE,
                                        OWN_COGENERATION,
                                        STORAGE_CHARGE,
                                        STORAGE_DISCHARGE,
                                        CURTAILMENT,
                                        LOAD ->
                                        Stream.empty();
                            };
                };
        return counted.map(kwh -> new Dated(line.item().period(), kwh)).toList();
    }
}
