package org.netzero.energy.instrument;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.netzero.energy.balance.ClaimEffect;
import org.netzero.energy.claim.Claim;
import org.netzero.energy.claim.HourlyEvidence;
import org.netzero.energy.claim.Instrument;
import org.netzero.energy.claim.Judgement;
import org.netzero.energy.claim.Market;
import org.netzero.energy.site.Site;
import org.netzero.energy.site.Sites;
import org.netzero.platform.messaging.Outbox;

/// Tells the other services what is allocated and what the rule sets say of it, whenever that
/// changed.
@ApplicationScoped
class ToldAllocations {

    private static final HourlyEvidence NO_METER =
            new HourlyEvidence.NotKnown("The generation of the plant is not known by the hour.");

    private static final HourlyEvidence NOT_COMPARED =
            new HourlyEvidence.NotKnown(
                    "The hours of generation are being compared with those of the load; ask again in some seconds.");

    private final AllocationTable allocations;
    private final InstrumentTable instruments;
    private final Sites sites;
    private final HourlyEvidenceTable hours;
    private final Outbox outbox;

    ToldAllocations(
            AllocationTable allocations,
            InstrumentTable instruments,
            Sites sites,
            HourlyEvidenceTable hours,
            Outbox outbox) {
        this.allocations = allocations;
        this.instruments = instruments;
        this.sites = sites;
        this.hours = hours;
        this.outbox = outbox;
    }

    /// What the rule sets say of an order.
    List<Judgement> judgements(RegisteredInstrument instrument, Allocation.Order order, Site site) {
        return claim(instrument, order, site, Optional.empty(), evidence(instrument, order))
                .judgements();
    }

    /// Tells of the allocations of these instruments what is news. Their pools are held.
    @Transactional(Transactional.TxType.MANDATORY)
    void tell(Collection<String> instrumentIds) {
        List<Allocation> touched = touched(instrumentIds);
        tellEach(touched);
        compareHours(touched);
    }

    /// Tells what is news after the hours of allocations were compared.
    @Transactional(Transactional.TxType.MANDATORY)
    void tellJudged(Collection<String> instrumentIds) {
        tellEach(touched(instrumentIds));
    }

    private List<Allocation> touched(Collection<String> instrumentIds) {
        return allocations.of(instrumentIds).stream()
                .filter(allocation -> allocation.stands() || isToldToStand(allocation))
                .toList();
    }

    /// Allocations of a site share the load of its hours, so that when one changes all are compared
    /// again.
    private void compareHours(List<Allocation> touched) {
        hours.changed(
                touched.stream()
                        .filter(allocation ->
                                instruments.isMetered(allocation.order().instrumentId())
                                        || hours.of(allocation.order().allocationId()).isPresent())
                        .map(allocation -> allocation.order().siteId())
                        .distinct()
                        .toList());
    }

    /// Tells of one allocation what is news. The pool of its instrument is held.
    @Transactional(Transactional.TxType.MANDATORY)
    void tell(UUID allocationId) {
        List<Allocation> touched = allocations.one(allocationId).stream().toList();
        tellEach(touched);
        compareHours(touched);
    }

    private static boolean isToldToStand(Allocation allocation) {
        return allocation
                .told()
                .filter(told -> told.status() != AllocationStatus.WITHDRAWN)
                .isPresent();
    }

    private void tellEach(List<Allocation> all) {
        Map<String, Site> places = sites.named(all.stream().map(a -> a.order().siteId()).toList());
        Map<String, Optional<RegisteredInstrument>> standing = new HashMap<>();
        for (Allocation allocation : all) {
            Site site = Optional.ofNullable(places.get(allocation.order().siteId())).orElseThrow();
            standing.computeIfAbsent(allocation.order().instrumentId(), instruments::standing)
                    .ifPresent(instrument -> tell(allocation, instrument, site));
        }
    }

    private void tell(Allocation allocation, RegisteredInstrument instrument, Site site) {
        long version = allocation.told().map(InstrumentAllocated::version).orElse(0L);
        InstrumentAllocated now = fact(allocation, instrument, site).withVersion(version);
        if (allocation.told().filter(now::equals).isPresent()) {
            return;
        }
        InstrumentAllocated next = now.withVersion(version + 1);
        allocations.tell(next);
        outbox.add(InstrumentAllocated.TOPIC, InstrumentAllocated.TYPE, next.key(), next);
    }

    private InstrumentAllocated fact(
            Allocation allocation, RegisteredInstrument instrument, Site site) {
        Allocation.Order order = allocation.order();
        Instrument facts = instrument.facts();
        boolean judged = allocation.stands() && order.effect() == ClaimEffect.COVERS_CONSUMPTION;
        return new InstrumentAllocated(
                order.allocationId(),
                order.instrumentId(),
                facts.kind(),
                facts.technology(),
                facts.isRenewable(),
                facts.isCarbonFree(),
                order.effect(),
                order.siteId(),
                order.period().toString(),
                order.period().start(),
                order.period().end(),
                allocation.stands() ? order.energyKwh() : BigDecimal.ZERO,
                facts.kgCo2ePerKwh()
                        .or(() -> allocation.told().map(InstrumentAllocated::kgCo2ePerKwh))
                        .orElseThrow(),
                allocation.status(),
                judged
                        ? claim(
                                        instrument,
                                        order,
                                        site,
                                        allocation.retiredOn(),
                                        evidence(instrument, order))
                                .judgements()
                        : List.of(),
                allocation.retirementEvidence().or(instrument::evidence).orElse(null),
                0);
    }

    private Claim claim(
            RegisteredInstrument instrument,
            Allocation.Order order,
            Site site,
            Optional<LocalDate> retiredOn,
            HourlyEvidence evidence) {
        return new Claim(
                instrument.facts(),
                instrument
                        .facts()
                        .certificateId()
                        .flatMap(instruments::standing)
                        .map(RegisteredInstrument::facts),
                Market.of(site.country(), site.province()),
                order.period(),
                order.energyKwh(),
                retiredOn,
                evidence);
    }

    /// What was found when the hours were compared last.
    private HourlyEvidence evidence(RegisteredInstrument instrument, Allocation.Order order) {
        return isMetered(instrument)
                ? hours.of(order.allocationId()).orElse(NOT_COMPARED)
                : NO_METER;
    }

    /// Whether meters tell the hours of an instrument, its own or those of its certificate.
    private boolean isMetered(RegisteredInstrument instrument) {
        return instruments.isMetered(instrument.instrumentId());
    }
}
