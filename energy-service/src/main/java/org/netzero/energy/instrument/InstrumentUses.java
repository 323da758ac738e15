package org.netzero.energy.instrument;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.netzero.energy.balance.ClaimEffect;
import org.netzero.energy.balance.InstrumentUse;
import org.netzero.energy.balance.Span;
import org.netzero.energy.claim.Judgement;
import org.netzero.energy.claim.RuleSet;
import org.netzero.energy.claim.Verdict;
import org.netzero.energy.site.Site;
import org.netzero.energy.site.SiteKind;
import org.netzero.energy.site.Sites;

/// What instruments claim, as the balance counts it.
@ApplicationScoped
public class InstrumentUses {

    private final AllocationTable allocations;
    private final Sites sites;

    InstrumentUses(AllocationTable allocations, Sites sites) {
        this.allocations = allocations;
        this.sites = sites;
    }

    /// Renewable power that is allocated and overlaps a period, of one site or of all.
    public List<InstrumentUse> overlapping(Span period, Optional<String> siteId) {
        List<Allocation> standing = allocations.standing(period, siteId);
        var places = sites.named(standing.stream().map(a -> a.order().siteId()).toList());
        return standing.stream()
                .flatMap(allocation ->
                        use(
                                allocation,
                                Optional.ofNullable(places.get(allocation.order().siteId()))
                                        .map(Site::kind)
                                        .orElse(SiteKind.OTHER)))
                .toList();
    }

    private static Stream<InstrumentUse> use(Allocation allocation, SiteKind kind) {
        Allocation.Order order = allocation.order();
        return allocation.told().filter(InstrumentAllocated::renewable).stream()
                .map(told ->
                        new InstrumentUse(
                                order.instrumentId(),
                                order.siteId(),
                                kind == SiteKind.GROUP,
                                order.period(),
                                order.effect(),
                                order.energyKwh(),
                                order.effect() == ClaimEffect.SELLS_OWN_GENERATION
                                        || counts(told.verdicts()),
                                allocation.status() == AllocationStatus.PROVISIONAL));
    }

    /// The Scope 2 Guidance or RE100 is met.
    private static boolean counts(List<Judgement> judgements) {
        return Stream.of(RuleSet.GHGP_SCOPE2, RuleSet.RE100)
                .anyMatch(ruleSet ->
                        Judgement.of(ruleSet, judgements)
                                .filter(verdict -> verdict == Verdict.MET)
                                .isPresent());
    }
}
